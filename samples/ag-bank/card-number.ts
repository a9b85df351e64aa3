/** A card number as typed, without what people put between the digits. */
export function toDigits(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}

/** What is wrong with a card number's digits; null when nothing is. Source: ISO/IEC 7812-1, annex B (check digit). */
export function findCardNumberProblem(digits: string): string | null {
  if (!/^\d{12,19}$/.test(digits)) return 'Enter 12 to 19 digits.';
  return hasLuhnChecksum(digits) ? null : 'One of the digits is wrong.';
}

/** The brand as far as the sample tells brands apart. */
export function toBrand(digits: string): string {
  return digits.startsWith('4') ? 'Visa' : 'Other';
}

function hasLuhnChecksum(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
