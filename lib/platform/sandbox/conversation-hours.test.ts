import { afterAll, describe, expect, test } from 'vitest';
import { findZoneOffset, listZoneNames } from '@/lib/engine/script/zone-offset';
import { createScriptBench } from './conversation-script.fixture';

const bench = createScriptBench();
afterAll(() => bench.close());

const SPEC = [
  'REG~8:00~20:00',
  'AFTER~20:00~8:00',
  'FRIDAY|WKEND~8:00~17:00',
  'friday|WKEND_AFTER~17:00~08:00',
  '12.25.2026|XMAS~0:00~23:59',
];

function hoursAt(iso: string, zone: string, spec: unknown = SPEC) {
  const atMs = Date.parse(iso);
  return bench.run(`botContext.setBotVariable('type', botContext.getHoursType(${JSON.stringify(spec)}, ${JSON.stringify(zone)}))`, {
    zones: { [zone]: findZoneOffset(zone, atMs) },
    snapshot: { system: { atMs } },
  });
}

describe('getHoursType', () => {
  test.each([
    ['2026-01-05T12:00:00Z', 'UTC', 'REG'],
    ['2026-01-05T08:00:00Z', 'UTC', 'REG'],
    ['2026-01-05T19:59:59Z', 'UTC', 'REG'],
    ['2026-01-05T20:00:00Z', 'UTC', 'AFTER'],
    ['2026-01-05T03:00:00Z', 'UTC', 'AFTER'],
    ['2026-01-09T16:59:00Z', 'UTC', 'WKEND'],
    ['2026-01-09T17:00:00Z', 'UTC', 'WKEND_AFTER'],
    ['2026-01-09T07:00:00Z', 'UTC', 'WKEND_AFTER'],
    // Winter and summer time, and days that begin elsewhere.
    ['2026-01-05T07:30:00Z', 'Europe/Berlin', 'REG'],
    ['2026-07-06T06:30:00Z', 'Europe/Berlin', 'REG'],
    ['2026-01-05T06:30:00Z', 'Europe/Berlin', 'AFTER'],
    ['2026-01-10T03:00:00Z', 'America/Los_Angeles', 'WKEND_AFTER'],
    ['2026-01-05T03:00:00Z', 'Asia/Kolkata', 'REG'],
    ['2026-12-24T23:30:00Z', 'Europe/Berlin', 'XMAS'],
    ['2026-12-25T22:59:59Z', 'Europe/Berlin', 'XMAS'],
    ['2026-12-25T23:00:00Z', 'Europe/Berlin', 'AFTER'],
    ['2027-12-25T12:00:00Z', 'Europe/Berlin', 'REG'],
  ])('%s in %s is %s', async (iso, zone, type) => {
    expect((await hoursAt(iso, zone)).commands).toEqual([{ kind: 'set-variable', name: 'type', value: type, duration: 'request' }]);
  });

  test('nothing fits: empty', async () => {
    expect((await hoursAt('2026-01-05T12:00:00Z', 'UTC', ['NIGHT~22:00~6:00'])).commands).toMatchObject([{ value: '' }]);
  });

  test.each([
    ['UTC', ['8-20'], 'can’t read “8-20”'],
    ['UTC', ['FREITAG|A~8:00~9:00'], 'doesn’t know the day “FREITAG”'],
    ['UTC', 'A~8:00~9:00', 'wants a list of hours'],
    ['Mars/Olympus', SPEC, '“Mars/Olympus” is not a time zone'],
  ])('in %s with %j: an error that says why', async (zone, spec, message) => {
    expect(await hoursAt('2026-01-05T12:00:00Z', zone, spec)).toMatchObject({ end: { kind: 'failed', message: expect.stringContaining(message) } });
  });

  test('a zone that the host didn’t give is asked for', async () => {
    const { needs } = await bench.run("botContext.getHoursType(['A~8:00~9:00'], 'Europe/' + 'Vienna')");
    expect(needs.zones).toEqual(['Europe/Vienna']);
  });
});

describe('zones', () => {
  test('those that the code names are found, where it asks for hours at all', () => {
    const code = `botContext.getHoursType(spec, "America/Argentina/Ushuaia"); var z = 'UTC', u = "https://x.y/z", k = 'REG~8:00';`;
    expect(listZoneNames(code)).toEqual(['America/Argentina/Ushuaia', 'UTC']);
    expect(listZoneNames("var zone = 'Europe/Berlin'")).toEqual([]);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 345],
    ['America/St_Johns', '2026-01-01T00:00:00Z', -210],
    ['UTC', '2026-01-01T00:00:00.999Z', 0],
    ['__proto__', '2026-01-01T00:00:00Z', null],
    ['', '2026-01-01T00:00:00Z', null],
  ])('%s at %s: %s minutes', (zone, iso, minutes) => {
    expect(findZoneOffset(zone, Date.parse(iso))).toBe(minutes);
  });
});
