const ZONE_PATTERN = /(["'`])([A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2})\1/g;
const ZONE_COUNT_MAX = 20;
const FORMATTER_COUNT_MAX = 100;

/** Makes the parts of a local time in one zone. */
const formatterByZone = new Map<string, Intl.DateTimeFormat | null>();

/**
 * Texts in code that name a zone for `getHoursType`, for example `Europe/Berlin`; none when the code doesn't use it.
 * A zone that comes from elsewhere is asked for by the script itself.
 */
export function listZoneNames(code: string): string[] {
  if (!code.includes('getHoursType')) return [];
  const names = [...code.matchAll(ZONE_PATTERN)].map((match) => match[2] ?? '').filter((name) => name.includes('/') || name === 'UTC' || name === 'GMT');
  return [...new Set(names)].slice(0, ZONE_COUNT_MAX);
}

/** Minutes that a zone's clocks are ahead of UTC at a moment, daylight saving included; null for what is no IANA zone. */
export function findZoneOffset(zone: string, atMs: number): number | null {
  const parts = findFormatter(zone)?.formatToParts(atMs);
  if (parts === undefined) return null;
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const localMs = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return Math.round((localMs - Math.floor(atMs / 1_000) * 1_000) / 60_000);
}

function findFormatter(zone: string): Intl.DateTimeFormat | null {
  const known = formatterByZone.get(zone);
  if (known !== undefined) return known;
  if (formatterByZone.size >= FORMATTER_COUNT_MAX) formatterByZone.clear();
  const formatter = toFormatter(zone);
  formatterByZone.set(zone, formatter);
  return formatter;
}

function toFormatter(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}
