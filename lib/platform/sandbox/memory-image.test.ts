import { describe, expect, it } from 'vitest';
import { CONVERSATION_PRELUDE } from '@/lib/engine/script/conversation-prelude';
import { EXPRESSION_PRELUDE } from '@/lib/engine/script/expression-prelude';
import { TRANSFORM_PRELUDE } from '@/lib/engine/script/transform-prelude';
import { ConsoleChannel } from './console-channel';
import { Interpreter } from './interpreter';

const preludes = { 'transform scripts': TRANSFORM_PRELUDE, 'conversation scripts': CONVERSATION_PRELUDE, expressions: EXPRESSION_PRELUDE, 'a prelude with much in it': `globalThis.kept = '${'x'.repeat(3_000_000)}'; (function () {})` };

describe('the image of a prepared realm', () => {
  it.each(Object.entries(preludes))('misses nothing of the memory that is in use: %s', async (_, prelude) => {
    const interpreter = await Interpreter.prepare({ prelude, channel: new ConsoleChannel() });
    expect(listBytesOutside(interpreter)).toEqual([]);
  });

  it('is small: what is not in it need not be resident', async () => {
    const interpreter = await Interpreter.prepare({ prelude: CONVERSATION_PRELUDE, channel: new ConsoleChannel() });
    const keptBytes = interpreter.keptRanges.reduce((sum, { start, end }) => sum + end - start, 0);
    expect(keptBytes).toBeGreaterThan(100_000);
    expect(keptBytes).toBeLessThan(2_000_000);
  });
});

/** Addresses that hold something and are in none of the kept ranges. */
function listBytesOutside(interpreter: Interpreter): number[] {
  const bytes = new Uint8Array(interpreter.memoryBuffer);
  const outside: number[] = [];
  for (let address = 0; address < bytes.length; address += 1) {
    if (bytes[address] !== 0 && !interpreter.keptRanges.some(({ start, end }) => address >= start && address < end)) outside.push(address);
  }
  return outside;
}
