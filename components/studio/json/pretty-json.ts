/** Longer texts are shown as they came: indenting them would hold up the page. */
export const PRETTY_JSON_LENGTH_MAX = 8_000_000;

/** A text for reading, and why it is not indented if it isn't. */
export type PrettyJson = { text: string; kind: 'indented' | 'not-json' | 'too-long' };

/**
 * Indents JSON by two blanks without changing a single number or string: the text is only spaced anew, never parsed and
 * written again, so `1.0` and large integers stay as the API sent them. A text that is not JSON is given back as it is.
 */
export function prettyJson(text: string): PrettyJson {
  if (text.length > PRETTY_JSON_LENGTH_MAX) return { text, kind: 'too-long' };
  try {
    JSON.parse(text);
  } catch {
    return { text, kind: 'not-json' };
  }
  return { text: indent(text), kind: 'indented' };
}

const tokenPattern = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

function indent(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let previous = '';
  for (const [token] of text.matchAll(tokenPattern)) {
    if (token === '}' || token === ']') {
      depth -= 1;
      if (previous !== '{' && previous !== '[') parts.push(lineBreak(depth));
    } else if (previous === '{' || previous === '[' || previous === ',') parts.push(lineBreak(depth));
    parts.push(token === ':' ? ': ' : token);
    if (token === '{' || token === '[') depth += 1;
    previous = token;
  }
  return parts.join('');
}

function lineBreak(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}
