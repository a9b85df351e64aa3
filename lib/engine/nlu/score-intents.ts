import type { Program } from '@/lib/engine/program/program.schema';
import { findPhrase } from '@/lib/engine/text/find-phrase';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import { findEntities, type EntitiesFound } from './find-entities';
import { buildIntentIndex, toExactWords, type IntentIndex, type PhraseGroup } from './intent-index';
import type { IntentMatcher } from './intent-matcher';
import { measurePhrases, type IntentSimilarity } from './measure-phrases';
import { toBand } from './score-band';
import { toScore } from './to-score';

/** How much the best phrase counts, the mean of the best few, and what the intent's phrases have of the utterance taken together. */
const BEST_PART = 0.7;
const FEW_PART = 0.1;
const SHARE_PART = 0.2;
const FEW_COUNT = 3;
/** Only the very words of a phrase score more. */
const INEXACT_SCORE_MAX = 99;

/**
 * Scores an utterance against every intent by its training phrases, without network or model; docs/matching.md tells how.
 * The words of a phrase in their order score 100, whatever the punctuation. Texts of any length are read to their 200th word.
 * @param entities as `findEntities` gives them; by default value sets only
 */
export const scoreIntents: IntentMatcher = (program, text, entities = findEntities(program, { text, matches: {} })) => {
  const index = getIndex(program);
  const said = normalizeText(text);
  if (said === '' || index.intentIds.length === 0) return [];
  const similarities: number[] = index.intentIds.map(() => 0);
  const exact = new Set<number>();
  for (const group of index.groups) {
    const reading = group.entityNames.size === 0 ? said : writeEntities(said, group, entities);
    // Whoever names none of a group's entities may still mean it, but then a group without entities usually says it better.
    for (const intentIndex of group.intentsByExactWords.get(toExactWords(reading, group.entityNames)) ?? []) exact.add(intentIndex);
    for (const [intentIndex, measured] of measurePhrases(index, group, reading)) similarities[intentIndex] = Math.max(similarities[intentIndex] ?? 0, blend(measured));
  }
  const scores = index.intentIds.map((intentId, intentIndex) => {
    const score = exact.has(intentIndex) ? 100 : Math.min(INEXACT_SCORE_MAX, toScore(similarities[intentIndex] ?? 0));
    return { intentId, score, band: toBand(score) };
  });
  return scores.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
};

function blend({ phrases, share }: IntentSimilarity): number {
  const best = phrases.sort((a, b) => b - a).slice(0, FEW_COUNT);
  const mean = best.reduce((sum, similarity) => sum + similarity, 0) / Math.max(1, best.length);
  return BEST_PART * (best[0] ?? 0) + FEW_PART * mean + SHARE_PART * share;
}

/** The utterance with the group's entities as `@name` where they stand as words. */
function writeEntities(said: string, { entityNames }: PhraseGroup, entities: EntitiesFound): string {
  let reading = said;
  for (const [name, found] of Object.entries(entities)) {
    const normalName = normalizeText(name);
    if (!entityNames.has(normalName)) continue;
    for (const { phrase } of found) {
      const words = normalizeText(phrase);
      const at = findPhrase(reading, words);
      if (at >= 0) reading = `${reading.slice(0, at)} @${normalName} ${reading.slice(at + words.length)}`;
    }
  }
  return reading;
}

const indexByProgram = new WeakMap<Program, IntentIndex>();

function getIndex(program: Program): IntentIndex {
  const known = indexByProgram.get(program);
  if (known) return known;
  const built = buildIntentIndex(program);
  indexByProgram.set(program, built);
  return built;
}
