const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * A size for reading, with 1 KB of 1,024 bytes: `512 byte`, `2.3 kB`, `5 MB`, in the way of the language.
 * @param language undefined: the browser's
 */
export function sizeText(bytes: number, language?: string): string {
  let amount = bytes;
  let step = 0;
  // What would be rounded to 1,024 is written in the next unit.
  while (amount >= 1_023.95 && step < units.length - 1) {
    amount /= 1_024;
    step += 1;
  }
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short', maximumFractionDigits: amount >= 100 || step === 0 ? 0 : 1 }).format(amount);
}
