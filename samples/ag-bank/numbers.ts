interface Limits {
  fallback: number;
  min: number;
  max: number;
}

/** A whole number from a query value, kept within limits; the fallback when it is missing or no number. */
export function toBoundedInteger(text: string | undefined, { fallback, min, max }: Limits): number {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Math.trunc(Number(text));
  return Number.isNaN(value) ? fallback : Math.min(max, Math.max(min, value));
}
