import { FUNCTION_WORD_FACTOR, type IntentIndex, type PhraseGroup } from './intent-index';
import { listTerms, type Term } from './list-terms';
import type { Likeness } from './vocabulary';

/** How near an utterance is to an intent's phrases. */
export interface IntentSimilarity {
  /** Of each phrase that has a word in common with it, from 0 to 1, in no order. */
  phrases: number[];
  /** The part of the utterance that the phrases have taken together, from 0 to 1. */
  share: number;
}

/** A likeness from here on is the same word misspelt, and weighs what that word weighs. */
const SLIP_SIMILARITY_MIN = 0.7;

/** What an utterance has in common with a phrase or an intent, in squared weights: of the phrase, and of the utterance. */
interface Overlap {
  ofPhrase: number;
  ofUtterance: number;
  /** The last said word that was counted, so that none counts twice. */
  lastTerm: number;
}

/**
 * The intents that have a word in common with an utterance, by index. The similarity of a phrase is the cosine of the weighted
 * words, where a said word that is only like a phrase's word counts as much as it is like it.
 */
export function measurePhrases(index: IntentIndex, group: PhraseGroup, reading: string): Map<number, IntentSimilarity> {
  const byPhrase = new Map<number, Overlap>();
  const byIntent = new Map<number, Overlap>();
  let utteranceMass = 0;
  listTerms(reading, { language: index.language, entityNames: group.entityNames }).forEach((term, termIndex) => {
    const likenesses = index.vocabulary.findLikenesses(term.name, term.isFunctionWord);
    const weight = weigh(term, likenesses[0], index);
    utteranceMass += weight ** 2;
    for (const { word, similarity } of likenesses) {
      const gain = { term: termIndex, ofPhrase: similarity * word.weight ** 2, ofUtterance: similarity * weight ** 2 };
      for (const phraseId of group.phraseIdsByWordId.get(word.id) ?? []) {
        count(byPhrase, phraseId, gain);
        count(byIntent, index.phrases[phraseId]?.intentIndex ?? -1, gain);
      }
    }
  });
  const similarities = new Map<number, IntentSimilarity>();
  for (const [intentIndex, { ofUtterance }] of byIntent) similarities.set(intentIndex, { phrases: [], share: Math.min(1, ofUtterance / utteranceMass) });
  for (const [phraseId, { ofPhrase, ofUtterance }] of byPhrase) {
    const phrase = index.phrases[phraseId];
    if (phrase) similarities.get(phrase.intentIndex)?.phrases.push(Math.sqrt(Math.min(1, ofPhrase / phrase.mass) * Math.min(1, ofUtterance / utteranceMass)));
  }
  return similarities;
}

function weigh({ isFunctionWord }: Term, nearest: Likeness | undefined, index: IntentIndex): number {
  if (nearest && nearest.similarity >= SLIP_SIMILARITY_MIN) return nearest.word.weight;
  return index.unknownWeight * (isFunctionWord ? FUNCTION_WORD_FACTOR : 1);
}

function count(overlaps: Map<number, Overlap>, key: number, gain: { term: number; ofPhrase: number; ofUtterance: number }): void {
  const overlap = overlaps.get(key) ?? { ofPhrase: 0, ofUtterance: 0, lastTerm: -1 };
  overlaps.set(key, overlap);
  if (overlap.lastTerm === gain.term) return;
  overlap.lastTerm = gain.term;
  overlap.ofPhrase += gain.ofPhrase;
  overlap.ofUtterance += gain.ofUtterance;
}
