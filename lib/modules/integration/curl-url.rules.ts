import { parsePairs } from './curl-pairs.rules';
import type { KeyValueRow } from './integration.schema';

/** The address of a command, taken apart. */
export interface CurlAddress {
  /** Without user, fragment and, where it could be split, query. */
  url: string;
  parameters: KeyValueRow[];
  /** `user:password` as it stood before the host, percent-decoded; null without. */
  user: string | null;
  notes: string[];
}

/**
 * Takes an address apart; null unless it is HTTP or begins with a variable. The query, followed by `pieces` (encoded
 * `name=value`), becomes parameter rows if nothing is lost by it, and else stays in the address as it is.
 */
export function splitCurlUrl(text: string, pieces: string[]): CurlAddress | null {
  const notes: string[] = [];
  let address = text.trim().replace(/#[^]*$/, '');
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? !/^https?:/i.test(address) : /^[a-z]+:(?!\d)/i.test(address)) return null;
  if (!/^(https?:\/\/|\{)/i.test(address)) {
    address = `http://${address}`;
    notes.push('The address had no scheme; cURL takes it for http://. Change it to https:// if the server can.');
  }
  const [, scheme = '', userInfo] = /^(https?:\/\/)(?:([^/?{}@]*)@)?/i.exec(address) ?? [];
  if (userInfo !== undefined) address = scheme + address.slice(scheme.length + userInfo.length + 1);

  const mark = address.indexOf('?');
  const base = mark < 0 ? address : address.slice(0, mark);
  const query = [...(mark < 0 || mark === address.length - 1 ? [] : [address.slice(mark + 1)]), ...pieces].join('&');
  const parameters = parsePairs(query);
  const url = parameters === null ? `${base}?${query}` : base;
  return { url, parameters: parameters ?? [], user: userInfo === undefined ? null : decode(userInfo), notes };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
