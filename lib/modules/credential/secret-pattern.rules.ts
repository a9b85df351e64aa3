import { percentEncode } from '@/lib/engine/variables/url-writer';

/** Shorter secrets would mask ordinary text. */
const SECRET_LENGTH_MIN = 4;

/**
 * A pattern that finds secrets in texts, in whatever way some encoder may have written them: plain, percent-encoded, form-encoded,
 * escaped in JSON (also in JSON within JSON) or in XML. Null when there is nothing to look for: secrets of fewer than four
 * characters are passed over. A secret that holds another one is found as a whole.
 */
export function toSecretPattern(secrets: readonly string[]): RegExp | null {
  const wanted = [...new Set(secrets)].filter((secret) => secret.length >= SECRET_LENGTH_MIN).sort((a, b) => b.length - a.length);
  return wanted.length === 0 ? null : new RegExp(wanted.map(toSource).join('|'), 'g');
}

function toSource(secret: string): string {
  return secret.replace(/\\+|[^A-Za-z0-9\-._~]/gu, (part) => (part.startsWith('\\') ? toBackslashes(part.length) : toAlternatives(part)));
}

/** JSON doubles backslashes, JSON within JSON once more. Bounded, because two open-ended repetitions in a row would be slow. */
function toBackslashes(count: number): string {
  return `(?:\\\\{${count},${4 * count}}|(?:\\\\{1,3}u005[cC]){${count}}|(?:%(?:25)?5[cC]){${count}}|(?:&#0*92;|&#[xX]0*5[cC];){${count}})`;
}

/** Every way in which one character that some encoder touches can stand in a text. */
function toAlternatives(character: string): string {
  const json = JSON.stringify(character).slice(1, -1);
  const codePoint = character.codePointAt(0) ?? 0;
  const units = character.split('').map((unit) => `\\\\{1,3}u${toHex(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`);
  const percent = [...percentEncode(character).matchAll(/%(..)/g)].map(([, hex = '']) => `%(?:25)?${toHex(hex)}`);
  return `(?:${[
    `${character === '"' || character === '/' ? '\\\\{0,3}' : ''}${escape(character)}`,
    ...(json.startsWith('\\') && json.length === 2 && character !== '"' ? [`\\\\{1,3}${json.slice(1)}`] : []),
    units.join(''),
    percent.join(''),
    ...(character === ' ' ? ['\\+'] : []),
    ...(XML_ENTITY_BY_CHARACTER[character] ?? []),
    `&#0*${codePoint};`,
    `&#[xX]0*${toHex(codePoint.toString(16))};`,
  ].join('|')})`;
}

const XML_ENTITY_BY_CHARACTER: Record<string, string[]> = { '&': ['&amp;'], '<': ['&lt;'], '>': ['&gt;'], '"': ['&quot;'], "'": ['&apos;'] };

/** Hexadecimal digits in either case. */
function toHex(digits: string): string {
  return digits.replace(/[a-f]/gi, (digit) => `[${digit.toLowerCase()}${digit.toUpperCase()}]`);
}

function escape(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
