import { Fault } from '@/lib/engine/fault';
import type { BotTest, BotTestDefinition, BotTestResult } from './bot-test.schema';
import type { botTestStore } from './bot-test.store';

/** What is changed about a test. */
export interface BotTestChange {
  version: number;
  name?: string | undefined;
  /** Take what the bot said in the latest run as what it should say. */
  acceptsLastResult: boolean;
}

/**
 * Renames a test, or accepts its latest result.
 * @throws Fault `bot-test/not-found`, `bot-test/no-result`, `bot-test/changed-meanwhile`
 */
export async function updateBotTest(deps: { tests: ReturnType<typeof botTestStore> }, place: { botId: string; testId: string }, change: BotTestChange): Promise<BotTest> {
  const { botId, testId } = place;
  const test = await deps.tests.get(botId, testId);
  const definition = change.acceptsLastResult ? withResult(test.definition, test.lastResult) : test.definition;
  const updated = await deps.tests.update(botId, testId, { version: change.version, name: change.name ?? test.name, definition });
  if (!updated) throw new Fault('conflict', 'bot-test/changed-meanwhile', 'This test was changed meanwhile. Reload it, then try again.', { extra: { current: test } });
  if (!change.acceptsLastResult || !test.lastResult) return updated;
  await deps.tests.saveResult(botId, testId, { ...test.lastResult, passed: true, turns: test.lastResult.turns.map(asExpected) });
  return deps.tests.get(botId, testId);
}

function withResult(definition: BotTestDefinition, result: BotTestResult | null): BotTestDefinition {
  if (!result) throw new Fault('conflict', 'bot-test/no-result', 'This test was not run yet, so there is nothing to accept. Run it first.');
  return {
    ...definition,
    turns: definition.turns.map((turn, index) => ({ ...turn, said: result.turns[index]?.differences.flatMap(({ after }) => (after ? [after] : [])) ?? turn.said })),
  };
}

function asExpected(turn: BotTestResult['turns'][number]): BotTestResult['turns'][number] {
  const differences = turn.differences.flatMap(({ after }) => (after ? [{ kind: 'same' as const, before: after, after }] : []));
  return { ...turn, isSame: true, differences };
}
