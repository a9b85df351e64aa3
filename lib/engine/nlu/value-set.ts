import { isBoundary } from '@/lib/engine/text/find-phrase';
import { listWords } from '@/lib/engine/text/list-words';
import { normalizeText } from '@/lib/engine/text/normalize-text';

/** How long a value is, and where its first word begins in it. */
interface Shape {
  length: number;
  wordStart: number;
}

/** An entity's values, ready to be looked for. Values without any word can't be found. */
export interface ValueSet {
  /** By normalised value. */
  dataValueByText: ReadonlyMap<string, string>;
  /** The shapes of the values with this first word, longest first: a few, however many values there are. */
  shapesByFirstWord: ReadonlyMap<string, readonly Shape[]>;
}

/** A value found in a text. */
export interface FoundValue {
  start: number;
  end: number;
  dataValue: string;
}

/** Makes a value set ready for many texts. The same value twice: the first counts. */
export function buildValueSet(values: readonly string[]): ValueSet {
  const dataValueByText = new Map<string, string>();
  const shapesByFirstWord = new Map<string, Shape[]>();
  for (const written of values) {
    const { text, dataValue } = splitValue(written);
    const [first] = listWords(text);
    if (!first || dataValueByText.has(text)) continue;
    dataValueByText.set(text, dataValue);
    const shapes = shapesByFirstWord.get(first.text) ?? [];
    shapesByFirstWord.set(first.text, shapes);
    if (!shapes.some(({ length, wordStart }) => length === text.length && wordStart === first.start)) shapes.push({ length: text.length, wordStart: first.start });
  }
  for (const shapes of shapesByFirstWord.values()) shapes.sort((a, b) => b.length - a.length);
  return { dataValueByText, shapesByFirstWord };
}

/** `value~data`; without data the value stands for itself. */
function splitValue(written: string): { text: string; dataValue: string } {
  const at = written.indexOf('~');
  const value = (at < 0 ? written : written.slice(0, at)).trim();
  const data = at < 0 ? '' : written.slice(at + 1).trim();
  return { text: normalizeText(value), dataValue: data === '' ? value : data };
}

/** The values in a normalised text from left to right, the longest at each place, none inside another. */
export function findValues(values: ValueSet, text: string): FoundValue[] {
  const found: FoundValue[] = [];
  let after = 0;
  for (const word of listWords(text)) {
    for (const { length, wordStart } of listShapes(values, word.text)) {
      const start = word.start - wordStart;
      const end = start + length;
      const dataValue = start < after ? undefined : values.dataValueByText.get(text.slice(start, end));
      if (dataValue === undefined || !isBoundary(text, start) || !isBoundary(text, end)) continue;
      found.push({ start, end, dataValue });
      after = end;
      break;
    }
  }
  return found;
}

/** Of “London's” both the values that begin with it and those that begin with “London”. */
function listShapes({ shapesByFirstWord }: ValueSet, word: string): readonly Shape[] {
  const whole = shapesByFirstWord.get(word) ?? [];
  const apostropheAt = word.indexOf("'");
  return apostropheAt < 0 ? whole : [...whole, ...(shapesByFirstWord.get(word.slice(0, apostropheAt)) ?? [])];
}
