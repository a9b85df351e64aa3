import { describe, expect, it } from 'vitest';

import { relativeTimeText } from '@/components/ui/relative-time-text';

const now = new Date(2026, 5, 15, 12).getTime();
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

describe('relativeTimeText', () => {
  it.each([
    [0, 'just now'],
    [-20_000, 'just now'],
    [5 * minuteMs, '5 min ago'],
    [59 * minuteMs, '59 min ago'],
    [60 * minuteMs, '1 h ago'],
    [-2 * hourMs, 'in 2 h'],
    [24 * hourMs, 'yesterday'],
    [3 * dayMs, '3 days ago'],
    [30 * dayMs, '16 May'],
    [400 * dayMs, '11 May 2025'],
  ])('%d ms before now is "%s"', (elapsedMs, text) => {
    expect(relativeTimeText(now - elapsedMs, now)).toBe(text);
  });
});
