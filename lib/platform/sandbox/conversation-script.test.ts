import { afterAll, describe, expect, test } from 'vitest';
import { createScriptBench } from './conversation-script.fixture';

const bench = createScriptBench();
afterAll(() => bench.close());
const { run, commandsOf, valueOf } = bench;

describe('variables', () => {
  test('durations, order, and each value as it is at the end', async () => {
    const commands = await commandsOf(`
      botContext.setBotVariable('a', 1);
      botContext.setBotVariable('b', 'x', true, false);
      var list = [1];
      botContext.setBotVariable('c', list, false, true);
      list.push(2);
      botContext.setBotVariable('a', undefined, false, false);`);
    expect(commands).toEqual([
      { kind: 'set-variable', name: 'a', value: 1, duration: 'request' },
      { kind: 'set-variable', name: 'b', value: 'x', duration: 'session' },
      { kind: 'set-variable', name: 'c', value: [1, 2], duration: 'permanent' },
      { kind: 'set-variable', name: 'a', value: null, duration: 'request' },
    ]);
  });
});
void run; void valueOf;
