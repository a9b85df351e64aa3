import type { CurlBody } from './curl-body.rules';
import type { CurlDraft } from './curl-draft.rules';
import { toRow } from './curl-pairs.rules';
import type { KeyValueRow } from './integration.schema';

/**
 * The header rows of a command, and whether the default headers go with them. They stay on for a plain command; as soon
 * as it says anything about `Accept` or `Content-Type`, or sends something else than JSON, its own word counts alone.
 * Headers that are worked out when sending are left out.
 */
export function buildCurlHeaders(
  draft: CurlDraft,
  { url, body }: { url: string; body: CurlBody },
): { headers: KeyValueRow[]; useDefaultHeaders: boolean } {
  const has = (wanted: string) => draft.headers.some(({ name }) => name.toLowerCase() === wanted);
  const mentions = (wanted: string) => has(wanted) || draft.removedHeaders.includes(wanted);
  const useDefaultHeaders = body.suitsDefaultHeaders && !draft.isJson && !mentions('accept') && !mentions('content-type');

  const rows = draft.headers.filter((header) => !isWorkedOut(header, url)).map(({ name, value }) => toRow(name, value));
  const isNamed = rows.some(({ name }) => name.toLowerCase() === 'content-type');
  const headers = body.contentType === null ? rows.filter(({ name }) => name.toLowerCase() !== 'content-type') : rows;
  if (body.contentType !== null && !isNamed && !useDefaultHeaders) headers.push(toRow('Content-Type', body.contentType));
  if (draft.isJson && !mentions('accept')) headers.push(toRow('Accept', 'application/json'));
  if (draft.userAgent && !mentions('user-agent')) headers.push(toRow('User-Agent', draft.userAgent));
  if (draft.referer && !mentions('referer')) headers.push(toRow('Referer', draft.referer));
  if (draft.cookies.length > 0 && !mentions('cookie')) headers.push(toRow('Cookie', draft.cookies.join('; ')));
  return { headers, useDefaultHeaders };
}

const WORKED_OUT = new Set(['accept-encoding', 'connection', 'content-length', 'expect', 'keep-alive', 'proxy-connection', 'te', 'transfer-encoding', 'upgrade']);

function isWorkedOut({ name, value }: { name: string; value: string }, url: string): boolean {
  const lowerName = name.toLowerCase();
  const host = /^https?:\/\/([^/?]*)/i.exec(url)?.[1];
  return WORKED_OUT.has(lowerName) || (lowerName === 'host' && value.toLowerCase() === host?.toLowerCase());
}
