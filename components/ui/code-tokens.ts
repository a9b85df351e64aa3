/** A stretch of code and how it is coloured. */
export type CodeToken = { kind: 'plain' | 'comment' | 'string' | 'number' | 'keyword' | 'name'; text: string };

/** What can be coloured. */
export type CodeLanguage = 'html' | 'javascript' | 'python' | 'shell' | 'php' | 'java' | 'text';

/** Cuts code into coloured stretches; together they are the code, letter for letter. Good enough to read by, no parser. */
export function tokenizeCode(code: string, language: CodeLanguage): CodeToken[] {
  if (language === 'text') return [{ kind: 'plain', text: code }];
  if (language === 'html') return tokenizeHtml(code);
  const { pattern, keywords } = grammars[language];
  return cut(code, pattern, (word) => (keywords.has(word) ? 'keyword' : 'plain'));
}

const STRINGS = String.raw`"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'`;
const NUMBER = String.raw`\b\d+(?:\.\d+)?\b`;

type Grammar = { pattern: RegExp; keywords: ReadonlySet<string> };

/** Groups in order: comment, string, number, word. */
function buildGrammar(comment: string, string: string, keywords: string): Grammar {
  return { pattern: new RegExp(`(${comment})|(${string})|(${NUMBER})|([A-Za-z_][A-Za-z0-9_]*)`, 'g'), keywords: new Set(keywords.split(' ')) };
}

const SLASHES = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`;

const grammars: Record<Exclude<CodeLanguage, 'html' | 'text'>, Grammar> = {
  javascript: buildGrammar(SLASHES, `${STRINGS}|${String.raw`\`(?:\\[\s\S]|[^\`\\])*\``}`, 'async await catch const else export false for from function if import let new null return throw true try undefined'),
  python: buildGrammar('#[^\\n]*', STRINGS, 'as def except for from if import in is None not or raise return True False try with'),
  shell: buildGrammar('(?<=^|\\n)#[^\\n]*', String.raw`"(?:\\[\s\S]|[^"\\])*"|'[^']*'`, 'curl openssl printf sed'),
  php: buildGrammar(`${SLASHES}|#[^\\n]*`, STRINGS, 'array const false function if new null object php return string throw true'),
  java: buildGrammar(SLASHES, STRINGS, 'class final if import new null public return static String throw throws void'),
};

function cut(code: string, pattern: RegExp, toWordKind: (word: string) => CodeToken['kind']): CodeToken[] {
  const tokens: CodeToken[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    const [text, comment, string, number] = match;
    if (match.index > end) tokens.push({ kind: 'plain', text: code.slice(end, match.index) });
    const kind = comment !== undefined ? 'comment' : string !== undefined ? 'string' : number !== undefined ? 'number' : toWordKind(text);
    tokens.push({ kind, text });
    end = match.index + text.length;
  }
  if (end < code.length) tokens.push({ kind: 'plain', text: code.slice(end) });
  return tokens;
}

/** Tags with their attributes; what stands in a script is JavaScript. */
function tokenizeHtml(code: string): CodeToken[] {
  const parts = code.split(/(<script\b[^>]*>[\s\S]*?<\/script>)/g);
  return parts.flatMap((part) => {
    const script = /^(<script\b[^>]*>)([\s\S]*?)(<\/script>)$/.exec(part);
    if (!script) return cut(part, HTML, () => 'name');
    const [, open = '', inside = '', close = ''] = script;
    return [...cut(open, HTML, () => 'name'), ...tokenizeCode(inside, 'javascript'), ...cut(close, HTML, () => 'name')];
  });
}

const HTML = /(<!--[\s\S]*?-->)|("[^"\n]*")|(?!)()|(<\/?[A-Za-z!][\w-]*|(?<=\s)[a-z-]+(?==")|>)/g;
