import type { Program } from '@/lib/engine/program/program.schema';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import { listTerms, splitEntities, type Term } from './list-terms';
import { Vocabulary, type VocabularyWord } from './vocabulary';

/** A training phrase as it is compared. */
export interface IndexedPhrase {
  intentIndex: number;
  /** Sum of its words' squared weights. */
  mass: number;
  wordIds: readonly number[];
}

/** Phrases that name the same entities; an utterance is read with just these entities as `@name`. */
export interface PhraseGroup {
  entityNames: ReadonlySet<string>;
  /** Intents by the exact words of their phrases. */
  intentsByExactWords: ReadonlyMap<string, readonly number[]>;
  phraseIdsByWordId: ReadonlyMap<number, readonly number[]>;
}

/** A program's intents made ready for scoring many utterances. */
export interface IntentIndex {
  intentIds: readonly string[];
  language: string;
  phrases: readonly IndexedPhrase[];
  groups: readonly PhraseGroup[];
  vocabulary: Vocabulary;
  /** What a word weighs that no phrase has. */
  unknownWeight: number;
}

/** Function words say this part of what their rarity says. */
export const FUNCTION_WORD_FACTOR = 0.25;
/** A word that no phrase has counts this part of one that a single intent has: much of what people say around the matter is unknown. */
const UNKNOWN_FACTOR = 0.8;

interface ReadPhrase {
  intentIndex: number;
  terms: Term[];
  exactWords: string;
  entityNames: string[];
}

/** Reads the training phrases. Words are weighted by rarity: 1 + ln((intents + 1) / (intents that have the word + 1)). */
export function buildIntentIndex(program: Program): IntentIndex {
  const intents = Object.values(program.intents);
  const { language } = program.settings;
  const entityNames = new Set(Object.values(program.entities).map(({ name }) => normalizeText(name)));
  const read = intents.flatMap((intent, intentIndex) => intent.phrases.map((phrase) => readPhrase(normalizeText(phrase), { intentIndex, language, entityNames })));
  const words = weighWords(read, intents.length);
  const wordByName = new Map(words.map((word) => [word.name, word]));
  const phrases = read.map(({ intentIndex, terms }) => {
    const said = terms.flatMap(({ name }) => wordByName.get(name) ?? []);
    return { intentIndex, mass: said.reduce((sum, { weight }) => sum + weight ** 2, 0), wordIds: said.map(({ id }) => id) };
  });
  return {
    intentIds: intents.map(({ id }) => id),
    language,
    phrases,
    groups: buildGroups(read, phrases),
    vocabulary: new Vocabulary(words),
    unknownWeight: UNKNOWN_FACTOR * toWeight(intents.length, 1),
  };
}

/** The words of a text as a key that only the same words in the same order have; a text without words stands for itself. */
export function toExactWords(text: string, entityNames: ReadonlySet<string>): string {
  const words = splitEntities(text, entityNames);
  return words.length === 0 ? text : words.join(' ');
}

function readPhrase(phrase: string, options: { intentIndex: number; language: string; entityNames: ReadonlySet<string> }): ReadPhrase {
  const terms = listTerms(phrase, options);
  const entityNames = terms.flatMap(({ name }) => (name.startsWith('@') ? [name.slice(1)] : [])).sort();
  return { intentIndex: options.intentIndex, terms, exactWords: toExactWords(phrase, options.entityNames), entityNames };
}

function weighWords(phrases: readonly ReadPhrase[], intentCount: number): VocabularyWord[] {
  const intentsByTerm = new Map<string, { term: Term; intents: Set<number> }>();
  for (const { intentIndex, terms } of phrases) {
    for (const term of terms) {
      const entry = intentsByTerm.get(term.name) ?? { term, intents: new Set() };
      entry.intents.add(intentIndex);
      intentsByTerm.set(term.name, entry);
    }
  }
  return [...intentsByTerm.values()].map(({ term, intents }, id) => ({
    id,
    name: term.name,
    isFunctionWord: term.isFunctionWord,
    weight: toWeight(intentCount, intents.size) * (term.isFunctionWord ? FUNCTION_WORD_FACTOR : 1),
  }));
}

function toWeight(intentCount: number, withWordCount: number): number {
  return 1 + Math.log((intentCount + 1) / (withWordCount + 1));
}

function buildGroups(read: readonly ReadPhrase[], phrases: readonly IndexedPhrase[]): PhraseGroup[] {
  const groups = new Map<string, { entityNames: Set<string>; intentsByExactWords: Map<string, number[]>; phraseIdsByWordId: Map<number, number[]> }>();
  read.forEach(({ entityNames, exactWords, intentIndex }, phraseId) => {
    const key = entityNames.join(' ');
    const group = groups.get(key) ?? { entityNames: new Set(entityNames), intentsByExactWords: new Map(), phraseIdsByWordId: new Map() };
    groups.set(key, group);
    append(group.intentsByExactWords, exactWords, intentIndex);
    for (const wordId of phrases[phraseId]?.wordIds ?? []) append(group.phraseIdsByWordId, wordId, phraseId);
  });
  return [...groups.values()];
}

function append<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
