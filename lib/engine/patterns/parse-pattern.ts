/** A parsed pattern: a sequence of parts. `any` is `*`, `blank` one or more blanks, `choice` a pair of parentheses or a top-level `|`. */
export type PatternPart = { kind: 'text'; text: string } | { kind: 'blank' } | { kind: 'any' } | { kind: 'choice'; alternatives: PatternPart[][] };

/** A parsed pattern, or what is wrong with it in words that a designer understands. */
export type ParsedPattern = { kind: 'pattern'; parts: PatternPart[] } | { kind: 'problem'; message: string };

/** Parentheses may stand in parentheses so deep. */
const DEPTH_MAX = 50;
/** Longest pattern, in characters after normalisation. */
const LENGTH_MAX = 4_000;

interface Level {
  alternatives: PatternPart[][];
  parts: PatternPart[];
}

/**
 * Reads the pattern syntax: literal text, `*`, `|`, `( )`; an alternative may be empty. `pattern` is normalised text.
 * There is no way to write a literal `*`, `|`, `(` or `)`. Source: conversation-builder reference, section 7.3.
 */
export function parsePattern(pattern: string): ParsedPattern {
  if (pattern === '') return problem('The pattern is empty. Write what the consumer may say, for example hello*.');
  if (pattern.length > LENGTH_MAX) return problem(`The pattern is longer than ${LENGTH_MAX} characters. Use several patterns.`);
  const outer: Level[] = [];
  let level: Level = { alternatives: [], parts: [] };
  for (const token of pattern.match(/[*|()]| +|[^*|() ]+/g) ?? []) {
    if (token === '(') {
      if (outer.length === DEPTH_MAX) return problem(`Parentheses stand in parentheses more than ${DEPTH_MAX} deep. Use several patterns.`);
      outer.push(level);
      level = { alternatives: [], parts: [] };
    } else if (token === ')') {
      const above = outer.pop();
      if (!above) return problem('A closing parenthesis has no opening one. Add ( before it or remove it.');
      above.parts.push({ kind: 'choice', alternatives: [...level.alternatives, level.parts] });
      level = above;
    } else if (token === '|') {
      level.alternatives.push(level.parts);
      level.parts = [];
    } else level.parts.push(toPart(token));
  }
  if (outer.length > 0) return problem('An opening parenthesis is never closed. Add ) or remove it.');
  if (level.alternatives.length === 0) return { kind: 'pattern', parts: level.parts };
  return { kind: 'pattern', parts: [{ kind: 'choice', alternatives: [...level.alternatives, level.parts] }] };
}

function toPart(token: string): PatternPart {
  if (token === '*') return { kind: 'any' };
  return token.startsWith(' ') ? { kind: 'blank' } : { kind: 'text', text: token };
}

function problem(message: string): ParsedPattern {
  return { kind: 'problem', message };
}
