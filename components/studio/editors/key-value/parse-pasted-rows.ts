/** A name and a value read from pasted text. */
export type PastedRow = { name: string; value: string; enabled: boolean };

/**
 * Rows out of a text somebody copied elsewhere, or null when it does not look like rows. Understood are a JSON object, a
 * JSON list of `{name|key, value}`, a query string or an address with one, and lines of `Name: value`, `name=value` or
 * `name<TAB>value`; a line that begins with `//` or `#` becomes a row that is switched off.
 */
export function parsePastedRows(text: string): PastedRow[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return parseJsonRows(trimmed) ?? parseQueryString(trimmed) ?? parseLines(trimmed);
}

/** One line of `Name: value`, `name=value` or `name<TAB>value`; null when there is no separator. */
export function parseRowLine(line: string): PastedRow | null {
  const [, off = '', content = ''] = /^\s*(\/\/|#)?\s*(.*?)\s*$/.exec(line) ?? [];
  const split = findSeparator(content);
  if (!split) return null;
  const name = content.slice(0, split.at).trim();
  return name === '' ? null : { name, value: content.slice(split.at + split.length).trim(), enabled: off === '' };
}

function parseLines(text: string): PastedRow[] | null {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(parseRowLine);
  // A quotation mark in a name means code or broken JSON.
  return rows.every((row) => row !== null && !row.name.includes('"')) ? rows.filter((row) => row !== null) : null;
}

function findSeparator(content: string): { at: number; length: number } | null {
  if (/^[a-z][\w+.-]*:\/\//i.test(content)) return null;
  const tab = content.indexOf('\t');
  if (tab >= 0) return { at: tab, length: 1 };
  // A colon with a blank behind it separates even where the name has a colon of its own.
  const spaced = /^[^\s=]+?:(?=\s)/.exec(content);
  if (spaced) return { at: spaced[0].length - 1, length: 1 };
  const at = content.search(/[:=]/);
  return at < 0 ? null : { at, length: 1 };
}

function parseQueryString(text: string): PastedRow[] | null {
  if (/\s/.test(text)) return null;
  const query = text.replace(/^[a-z][\w+.-]*:\/\/[^?#]*/i, '').replace(/^\?/, '').replace(/#.*$/, '');
  const isAddress = query !== text;
  const pairs = query.split('&').filter((pair) => pair !== '');
  if (pairs.length === 0 || !pairs.every((pair) => /^[^=:]+(=|$)/.test(pair))) return null;
  if (!isAddress && pairs.length === 1 && !query.includes('=')) return null;
  return pairs.map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    return { name: decode(name), value: decode(rest.join('=')), enabled: true };
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function parseJsonRows(text: string): PastedRow[] | null {
  if (!/^[[{]/.test(text)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(parsed)) {
    const rows = parsed.map(toRow);
    return rows.length > 0 && rows.every((row) => row !== null) ? rows : null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const rows = Object.entries(parsed).map(([name, value]) => ({ name, value: toText(value), enabled: true }));
  return rows.length > 0 ? rows : null;
}

function toRow(item: unknown): PastedRow | null {
  if (typeof item !== 'object' || item === null) return null;
  const entries = new Map<string, unknown>(Object.entries(item));
  const name = entries.get('name') ?? entries.get('key');
  if (typeof name !== 'string' || !entries.has('value')) return null;
  const isOff = entries.get('enabled') === false || entries.get('disabled') === true;
  return { name, value: toText(entries.get('value')), enabled: !isOff };
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
