import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from './fault';

const framesOf = (fault: Fault) => (fault.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));

afterEach(() => {
  Fault.callersFrameCount = undefined;
});

describe('where a fault was thrown', () => {
  it('is kept', () => {
    expect(framesOf(new Fault('missing', 'bot/not-found', 'No bot.'))[0]).toContain('fault.test.ts');
  });

  it('is left out for callers’ faults where servers say so, and nowhere else', () => {
    Fault.callersFrameCount = 0;
    expect(framesOf(new Fault('missing', 'bot/not-found', 'No bot.'))).toEqual([]);
    expect(framesOf(new Fault('broken', 'request/broken', 'Ours.'))[0]).toContain('fault.test.ts');
    expect(new Error('another').stack).toContain('fault.test.ts');
  });
});
