import { normalizeText } from '@/lib/engine/text/normalize-text';
import { listNeedles } from './list-needles';
import { parsePattern, type PatternPart } from './parse-pattern';
import { PatternAutomaton } from './pattern-automaton';

/** Compiled patterns kept in the process. Beyond this all are dropped and compiled again as they are met. */
const CACHE_SIZE_MAX = 20_000;
const SENTENCE_MARKS = '.!?…。؟।';
const OPENING_MARKS = /^[¿¡\s]+/;
const CLOSING_MARK = new RegExp(`[${SENTENCE_MARKS}\\s]`);
const ANY_MARK = new RegExp(`[${SENTENCE_MARKS}¿¡]`);

/**
 * Whether the whole input fits the pattern. Case, outer and repeated blanks don't count on either side, and blanks next to
 * something that may be empty needn't be there: `(|please) help` fits “help”, `* home` fits “home”.
 *
 * Marks at the end of a sentence (`. ! ?` and their kin, Spanish ones before it) are left out of the input unless the
 * pattern itself holds such a mark or the input is nothing else: `hello` fits “Hello!”, `hello?` fits “hello?” only.
 *
 * A pattern with a problem (see `findPatternProblem`) fits nothing. Takes time linear in the input.
 * Source: conversation-builder reference, section 7.3.
 */
export function matchesPattern(pattern: string, input: string): boolean {
  return compilePattern(pattern)?.matches(toPatternInput(input)) ?? false;
}

/** What is wrong with a pattern and what to do about it; null when it is fine. */
export function findPatternProblem(pattern: string): string | null {
  const parsed = parsePattern(normalizeText(pattern));
  return parsed.kind === 'problem' ? parsed.message : null;
}

/** An input made ready for many patterns: as normalised, and without the marks at its ends. */
export interface PatternInput {
  text: string;
  bareText: string;
}

export function toPatternInput(input: string): PatternInput {
  const text = normalizeText(input);
  const bareText = withoutClosingMarks(text.replace(OPENING_MARKS, ''));
  return { text, bareText: bareText === '' ? text : bareText };
}

/** From the end, character by character: an expression that ends in `+$` tries every run of marks within the text. */
function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING_MARK.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A pattern made ready for many inputs. */
export interface CompiledPattern {
  matches(input: PatternInput): boolean;
}

const compiledByPattern = new Map<string, CompiledPattern | null>();

/** Compiles a pattern, once in the process. Null for a pattern with a problem. */
export function compilePattern(pattern: string): CompiledPattern | null {
  const cached = compiledByPattern.get(pattern);
  if (cached !== undefined) return cached;
  if (compiledByPattern.size >= CACHE_SIZE_MAX) compiledByPattern.clear();
  const compiled = buildMatcher(normalizeText(pattern));
  compiledByPattern.set(pattern, compiled);
  return compiled;
}

function buildMatcher(pattern: string): CompiledPattern | null {
  const parsed = parsePattern(pattern);
  if (parsed.kind === 'problem') return null;
  const hasMark = ANY_MARK.test(pattern);
  const textOf = (input: PatternInput) => (hasMark ? input.text : input.bareText);
  if (parsed.parts.every(isLiteral)) return { matches: (input) => textOf(input) === pattern };
  const needles = listNeedles(parsed.parts);
  let automaton: PatternAutomaton | null = null;
  return {
    matches: (input) => {
      const text = textOf(input);
      if (needles.length > 0 && !needles.some((needle) => text.includes(needle))) return false;
      automaton ??= new PatternAutomaton(parsed.parts);
      return automaton.matches(text);
    },
  };
}

function isLiteral(part: PatternPart): boolean {
  return part.kind === 'text' || part.kind === 'blank';
}
