import type { TemplateWriter, WrittenValue } from './template-writer';

/**
 * Values of a JSON template, so that valid JSON stays valid whatever they hold.
 *
 * Inside a string literal: the value's text, JSON-escaped; unset is empty.
 * Outside: exactly one JSON value. Numbers, booleans, objects and arrays as they are; several values of a field as an
 * array; unset as `null`. A string that is a number becomes that number digit for digit, because variables turn into
 * strings after a turn (conversation-builder reference, section 8.4). For the same reason a bot or environment variable
 * whose text is JSON is written as that JSON; other strings, also everything that a consumer typed, are quoted.
 */
export function createJsonWriter(): TemplateWriter {
  let isInString = false;
  let isEscapeOpen = false;
  return {
    writeText(text) {
      for (const [mark] of text.matchAll(MARKS)) {
        if (mark === '"') isInString = !isInString;
      }
      isEscapeOpen = isInString && endsWithOpenEscape(text);
      return text;
    },
    writeValue(value) {
      if (!isInString) return toBareJson(value);
      // A backslash of the template right before a value would unescape the value's first character.
      const prefix = isEscapeOpen ? '\\' : '';
      isEscapeOpen = false;
      return prefix + JSON.stringify(value.text).slice(1, -1);
    },
    finish: () => undefined,
  };
}

/** Quotation marks, and whole escapes so that `\"` is not taken for one. */
const MARKS = /\\[\s\S]|"/g;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function endsWithOpenEscape(text: string): boolean {
  let start = text.length;
  while (text[start - 1] === '\\') start -= 1;
  return (text.length - start) % 2 === 1;
}

function toBareJson({ values, scope }: WrittenValue): string {
  const [value] = values;
  if (value === undefined) return 'null';
  if (values.length > 1) return JSON.stringify(values);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (JSON_NUMBER.test(value)) return value;
  return (scope === 'bot' || scope === 'environment') && isJsonButString(value) ? value : JSON.stringify(value);
}

function isJsonButString(text: string): boolean {
  if (!/^\s*(?:[[{]|true\s*$|false\s*$|null\s*$)/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
