import { listGrams, listRemnants, toGramSimilarity, toPartSimilarity, toSlipSimilarity } from './word-similarity';

/** A word of the training phrases and how much it says: rare in the bot means telling. */
export interface VocabularyWord {
  id: number;
  name: string;
  weight: number;
  isFunctionWord: boolean;
}

/** A word of the vocabulary that a said word may stand for, 1 for itself. */
export interface Likeness {
  word: VocabularyWord;
  similarity: number;
}

/** A said word that the bot knows is no slip of the pen; it counts for another only when their letters are this near, and then less. */
const KNOWN_SIMILARITY_MIN = 0.6;
const KNOWN_FACTOR = 0.7;
const UNKNOWN_SIMILARITY_MIN = 0.5;
const LIKENESS_COUNT_MAX = 5;
const CACHE_SIZE_MAX = 5_000;
/** Longer words are no words but rubbish; comparing letters would be slow. */
const WORD_LENGTH_MAX = 40;

/** The words of all training phrases, found again by themselves or by their letters. */
export class Vocabulary {
  private readonly wordByName = new Map<string, VocabularyWord>();
  private readonly wordsByGram = new Map<string, VocabularyWord[]>();
  private readonly wordsByRemnant = new Map<string, VocabularyWord[]>();
  private likenessesByName = new Map<string, Likeness[]>();

  constructor(words: readonly VocabularyWord[]) {
    for (const word of words) {
      this.wordByName.set(word.name, word);
      if (!canBeNear(word)) continue;
      for (const gram of listGrams(word.name)) append(this.wordsByGram, gram, word);
      for (const remnant of listRemnants(word.name)) append(this.wordsByRemnant, remnant, word);
    }
  }

  get(name: string): VocabularyWord | undefined {
    return this.wordByName.get(name);
  }

  /** What a said word may stand for, the nearest first. */
  findLikenesses(name: string, isFunctionWord: boolean): Likeness[] {
    const cached = this.likenessesByName.get(name);
    if (cached) return cached;
    if (this.likenessesByName.size >= CACHE_SIZE_MAX) this.likenessesByName = new Map();
    const self = this.wordByName.get(name);
    const near = isFunctionWord || !canBeNear({ name, isFunctionWord }) ? [] : this.findNear(name, self !== undefined);
    const likenesses = self ? [{ word: self, similarity: 1 }, ...near] : near;
    this.likenessesByName.set(name, likenesses);
    return likenesses;
  }

  private findNear(name: string, isKnown: boolean): Likeness[] {
    const sharedCounts = new Map<VocabularyWord, number>();
    for (const gram of listGrams(name)) {
      for (const word of this.wordsByGram.get(gram) ?? []) if (word.name !== name) sharedCounts.set(word, (sharedCounts.get(word) ?? 0) + 1);
    }
    if (!isKnown) for (const remnant of listRemnants(name)) for (const word of this.wordsByRemnant.get(remnant) ?? []) if (!sharedCounts.has(word)) sharedCounts.set(word, 0);
    const near: Likeness[] = [];
    for (const [word, sharedCount] of sharedCounts) {
      const byLetters = Math.max(toGramSimilarity(name, word.name, sharedCount), toPartSimilarity(name, word.name));
      const similarity = isKnown ? byLetters : Math.max(byLetters, toSlipSimilarity(name, word.name));
      if (similarity < (isKnown ? KNOWN_SIMILARITY_MIN : UNKNOWN_SIMILARITY_MIN)) continue;
      near.push({ word, similarity: isKnown ? similarity * KNOWN_FACTOR : similarity });
    }
    return near.sort((a, b) => b.similarity - a.similarity || a.word.id - b.word.id).slice(0, LIKENESS_COUNT_MAX);
  }
}

function canBeNear({ name, isFunctionWord }: { name: string; isFunctionWord: boolean }): boolean {
  return !isFunctionWord && !name.startsWith('@') && name.length >= 3 && name.length <= WORD_LENGTH_MAX;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
