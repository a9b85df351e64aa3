import { FUNCTION_WORD_FACTOR, type IntentIndex, type PhraseGroup } from './intent-index';
import { listTerms, type Term } from './list-terms';
import { Overlaps } from './overlaps';
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

/** A said word with what it may stand for. */
interface SaidTerm extends Term {
  weight: number;
  likenesses: readonly Likeness[];
}

/**
 * The intents that have a word in common with an utterance, by index. The similarity of a phrase is the cosine of the weighted
 * words, where a said word that is only like a phrase's word counts as much as it is like it. When the bot knows any of the
 * telling words, function words count only where one of those was found: alone they say nothing, and many phrases have them.
 */
export function measurePhrases(index: IntentIndex, group: PhraseGroup, reading: string): Map<number, IntentSimilarity> {
  const terms = readTerms(index, group, reading);
  const telling = terms.filter(({ isFunctionWord }) => !isFunctionWord);
  const byPhrase = new Overlaps(index.phrases.length);
  const byIntent = new Overlaps(index.intentIds.length);
  const knowsTelling = telling.some(({ likenesses }) => likenesses.length > 0);
  [...telling, ...terms.filter(({ isFunctionWord }) => isFunctionWord)].forEach(({ isFunctionWord, weight, likenesses }, position) => {
    for (const { word, similarity } of likenesses) {
      const gain = { term: position + 1, ofPhrase: similarity * word.weight ** 2, ofUtterance: similarity * weight ** 2 };
      for (const phraseId of group.phraseIdsByWordId.get(word.id) ?? []) {
        if (isFunctionWord && knowsTelling && !byPhrase.has(phraseId)) continue;
        byPhrase.add(phraseId, gain);
        byIntent.add(index.phrases[phraseId]?.intentIndex ?? 0, gain);
      }
    }
  });
  return toSimilarities(index, { byPhrase, byIntent, utteranceMass: terms.reduce((sum, { weight }) => sum + weight ** 2, 0) });
}

function readTerms(index: IntentIndex, group: PhraseGroup, reading: string): SaidTerm[] {
  return listTerms(reading, { language: index.language, entityNames: group.entityNames }).map((term) => {
    const likenesses = index.vocabulary.findLikenesses(term.name, term.isFunctionWord);
    return { ...term, likenesses, weight: weigh(term, likenesses[0], index) };
  });
}

function weigh({ isFunctionWord }: Term, nearest: Likeness | undefined, index: IntentIndex): number {
  if (nearest && nearest.similarity >= SLIP_SIMILARITY_MIN) return nearest.word.weight;
  return index.unknownWeight * (isFunctionWord ? FUNCTION_WORD_FACTOR : 1);
}

function toSimilarities(index: IntentIndex, { byPhrase, byIntent, utteranceMass }: { byPhrase: Overlaps; byIntent: Overlaps; utteranceMass: number }): Map<number, IntentSimilarity> {
  const similarities = new Map<number, IntentSimilarity>();
  for (const intentIndex of byIntent.touched) similarities.set(intentIndex, { phrases: [], share: toPart(byIntent.ofUtterance[intentIndex], utteranceMass) });
  for (const phraseId of byPhrase.touched) {
    const phrase = index.phrases[phraseId];
    if (phrase) similarities.get(phrase.intentIndex)?.phrases.push(Math.sqrt(toPart(byPhrase.ofPhrase[phraseId], phrase.mass) * toPart(byPhrase.ofUtterance[phraseId], utteranceMass)));
  }
  return similarities;
}

/** Several said words may stand for one; the whole is the most. */
function toPart(overlap: number | undefined, mass: number): number {
  return Math.min(1, (overlap ?? 0) / mass);
}
