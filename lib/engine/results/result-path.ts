/** One step into a document: an object's key, a fixed element, or every element of an array (`[i]`). */
export type ResultStep = { kind: 'key'; name: string } | { kind: 'index'; index: number } | { kind: 'every' };

/** A path into a response. `root` is the name after `$.` (for example `api_X`), null for a path relative to the document. */
export interface ResultPath {
  root: string | null;
  steps: ResultStep[];
}

/** A parsed path, or what is wrong with its text; `offset` counts characters from the text's beginning. */
export type ParsedResultPath = { kind: 'path'; path: ResultPath } | { kind: 'problem'; message: string; offset: number };

/**
 * Reads the reference's path syntax: `{$.api_X.items[i].title}`, the same without braces, or dotted `items[0].title`
 * relative to the document. Several `[i]`, iteration of the document itself (`{$.api_X[i].f}`) and quoted keys
 * (`['a b']`, with `\'` and `\\`) are ours.
 * Source: conversation-builder reference, section 1.6.
 */
export function parseResultPath(text: string): ParsedResultPath {
  const isBraced = text.startsWith('{');
  if (isBraced && !text.endsWith('}')) return problem('The closing brace is missing. Add } at the end.', text.length);
  const start = isBraced ? 1 : 0;
  const reader: Reader = { text, end: isBraced ? text.length - 1 : text.length, position: start };
  const root = readRoot(reader);
  if (isProblem(root)) return root;

  const steps: ResultStep[] = [];
  while (reader.position < reader.end) {
    const step = readStep(reader, root.name === null && steps.length === 0);
    if (isProblem(step)) return step;
    steps.push(step);
  }
  if (root.name === null && steps.length === 0) return problem('The path is empty. Name a key, for example items[i].title.', start);
  return { kind: 'path', path: { root: root.name, steps } };
}

interface Reader {
  text: string;
  /** Where the path ends: before a closing brace. */
  end: number;
  position: number;
}

type Problem = Extract<ParsedResultPath, { kind: 'problem' }>;

const ROOT = /\$\.(api_\w+)/y;
const DOTTED_KEY = /[^.[\](){}'"\s$@*?,:]+/y;
const QUOTED_KEY = /\[(?:'((?:[^'\\]|\\['"\\])*)'|"((?:[^"\\]|\\['"\\])*)")\]/y;
const BRACKET = /\[(i|\d{1,15})\]/y;

function readRoot(reader: Reader): { kind: 'root'; name: string | null } | Problem {
  if (reader.text[reader.position] !== '$') return { kind: 'root', name: null };
  const match = matchAt(ROOT, reader);
  if (!match) return problem('Begin with $.api_ and the response data variable name, for example $.api_Orders.', reader.position);
  return { kind: 'root', name: match[1] ?? '' };
}

function readStep(reader: Reader, isFirst: boolean): ResultStep | Problem {
  const at = reader.position;
  const next = reader.text[at];
  if (next === '[') return readBracket(reader);
  if (next === '.') reader.position += 1;
  else if (!isFirst) return problem(`“${next ?? ''}” can’t stand here. Go on with a dot and a key, or with [i] or [0].`, at);
  const match = matchAt(DOTTED_KEY, reader);
  if (match) return { kind: 'key', name: match[0] };
  return problem('A key is missing here. Write one, or put an unusual key in brackets and quotes: [\'a b\'].', reader.position);
}

function readBracket(reader: Reader): ResultStep | Problem {
  const at = reader.position;
  const bracket = matchAt(BRACKET, reader);
  if (bracket) return bracket[1] === 'i' ? { kind: 'every' } : { kind: 'index', index: Number(bracket[1]) };
  const quoted = matchAt(QUOTED_KEY, reader);
  if (quoted) return { kind: 'key', name: (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1') };
  return problem('Only [i], a number such as [0], or a quoted key such as [\'a b\'] can stand in brackets.', at);
}

function matchAt(pattern: RegExp, reader: Reader): RegExpExecArray | null {
  pattern.lastIndex = reader.position;
  const match = pattern.exec(reader.text);
  if (!match || reader.position + match[0].length > reader.end) return null;
  reader.position += match[0].length;
  return match;
}

function isProblem(value: { kind: string }): value is Problem {
  return value.kind === 'problem';
}

function problem(message: string, offset: number): Problem {
  return { kind: 'problem', message, offset };
}
