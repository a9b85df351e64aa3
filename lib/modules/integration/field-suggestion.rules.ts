/** Where a value stands in a document: keys and indexes from the root. */
export type ValueLocation = readonly (string | number)[];

/**
 * The path of a custom data field that leads to a value of the response: to this one, or with `every` to its
 * counterparts in every element of all arrays on the way. Written as `{$.api_X.items[i].title}`; a key that this form
 * can't hold (braces, control characters) makes it JSONPath, for example `$['a}b'][*]`.
 */
export function pathForValue(location: ValueLocation, { responseVariable, every }: { responseVariable: string; every: boolean }): string {
  const isPlain = location.every((segment) => typeof segment === 'number' || !UNWRITABLE.test(segment));
  if (isPlain) {
    const steps = location.map((segment) => (typeof segment === 'number' ? `[${every ? 'i' : segment}]` : toKeyStep(segment)));
    return `{$.api_${responseVariable}${steps.join('')}}`;
  }
  return `$${location.map((segment) => (typeof segment === 'number' ? `[${every ? '*' : segment}]` : `[${toJsonPathString(segment)}]`)).join('')}`;
}

/**
 * A free field name for a value: its last key, with the keys above it where that is taken, then with a number.
 * Blanks, dots and braces turn into camel case.
 */
export function suggestFieldKey(location: ValueLocation, existingKeys: readonly string[]): string {
  const words = location.filter((segment) => typeof segment === 'string').map(toWords).filter((word) => word.length > 0);
  const taken = new Set(existingKeys);
  for (let count = 1; count <= words.length; count += 1) {
    const key = joinWords(words.slice(-count));
    if (!taken.has(key)) return key;
  }
  const base = joinWords(words.slice(-1)) || 'value';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const key = `${base.slice(0, KEY_LENGTH_MAX - 6)}${number}`;
    if (!taken.has(key)) return key;
  }
}

const KEY_LENGTH_MAX = 100;
const UNWRITABLE = /[{}\u0000-\u001f\u007f]|\p{Surrogate}/u;

function toKeyStep(key: string): string {
  if (/^[A-Za-z_][\w-]*$/.test(key)) return `.${key}`;
  return `['${key.replace(/[\\']/g, '\\$&')}']`;
}

/** JSON's escapes are those of JSONPath's double-quoted strings. Source: RFC 9535, section 2.3.1.1. */
function toJsonPathString(key: string): string {
  return JSON.stringify(key);
}

function toWords(segment: string): string {
  return segment
    .split(/[{}.\s"'\\]+/)
    .filter((word) => word !== '')
    .map((word, index) => (index === 0 ? word : capitalise(word)))
    .join('');
}

function joinWords(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capitalise(word))).join('').slice(0, KEY_LENGTH_MAX);
}

function capitalise(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
