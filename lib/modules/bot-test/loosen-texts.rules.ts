import type { BotTestDefinition } from './bot-test.schema';
import { findVaryingWords, type LooseText } from './find-varying-words.rules';
import type { SaidByRun } from './run-at-other-times';

/**
 * The messages of a test, by turn, each with the words that hold at any time. Where the draft says something else than the test expects,
 * the test's own words hold as they are: that is a difference to find, not the clock's doing.
 * @param runs as `runAtOtherTimes` gives them
 */
export function loosenTexts(definition: BotTestDefinition, runs: SaidByRun): LooseText[][] {
  return definition.turns.map(({ said }, turnIndex) => {
    const ways = runs.map((run) => run[turnIndex] ?? []);
    return said.map(({ plainText }, index) => findVaryingWords([plainText, ...otherWays({ text: plainText, index, ways })]));
  });
}

function otherWays({ text, index, ways }: { text: string; index: number; ways: readonly (readonly string[])[] }): string[] {
  if (ways[0]?.[index] !== text) return [];
  // With more or fewer messages at another time, only what is said at both has a counterpart.
  return ways.slice(1).map((way) => (way.length === ways[0]?.length ? (way[index] ?? '') : way.includes(text) ? text : ''));
}
