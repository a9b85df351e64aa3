/** A size for reading, with 1 KB of 1,024 bytes: `512 B`, `2.3 KB`, `5 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  const [amount, unit] = bytes < 1_024 * 1_023.95 ? [bytes / 1_024, 'KB'] : [bytes / 1_024 / 1_024, 'MB'];
  return `${amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10} ${unit}`;
}
