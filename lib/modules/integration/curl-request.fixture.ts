import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import type { ImportedDefinition } from './import-curl.rules';
import { DEFAULT_HEADERS, type KeyValueRow } from './integration.schema';

/** A request in terms that two spellings of the same request share: decoded pairs instead of encoded text. */
export interface ComparableRequest {
  method: string;
  address: string;
  query: string[][];
  headers: string[][];
  body: unknown;
  followRedirects: boolean;
}

/** What an imported definition without variables asks to send; for tests that compare it with what was exported or sent. */
export function toComparableRequest(definition: ImportedDefinition, credential: CredentialSettings | null): ComparableRequest {
  const url = new URL(definition.url);
  const authorization = credential === null ? [] : [['authorization', toAuthorization(credential)]];
  const { contentType, body } = toBody(definition);
  const named = [...(contentType ? [['content-type', contentType]] : []), ...definition.headers.map(({ name, value }) => [name.toLowerCase(), value])];
  const defaults = definition.useDefaultHeaders ? DEFAULT_HEADERS.map(({ name, value }) => [name.toLowerCase(), value]) : [];
  return {
    method: definition.method,
    address: url.origin + url.pathname,
    query: [...url.searchParams, ...toPairs(definition.parameters)],
    headers: sortPairs([...named, ...defaults, ...authorization]),
    body,
    followRedirects: definition.followRedirects,
  };
}

/** Pairs in the order of their text, for comparing headers whatever order they stand in. */
export function sortPairs(pairs: string[][]): string[][] {
  return [...pairs].sort((a, b) => a.join(':').localeCompare(b.join(':')));
}

function toBody({ postBody }: ImportedDefinition): { contentType: string | null; body: unknown } {
  if (postBody.kind === 'none') return { contentType: null, body: null };
  if (postBody.kind === 'json') return { contentType: null, body: postBody.text };
  if (postBody.kind === 'raw') return { contentType: postBody.contentType || null, body: postBody.text };
  if (postBody.kind === 'form') return { contentType: 'application/x-www-form-urlencoded', body: toPairs(postBody.rows) };
  return { contentType: null, body: postBody.rows.map(({ name, value, fileName, contentType }) => ({ name, value, fileName, contentType })) };
}

function toPairs(rows: Pick<KeyValueRow, 'name' | 'value'>[]): string[][] {
  return rows.map(({ name, value }) => [name, value]);
}

function toAuthorization(credential: CredentialSettings): string {
  if (credential.kind === 'access-token') return `${credential.tokenType} ${credential.token}`;
  if (credential.kind !== 'basic') throw new Error('A cURL command holds no such credential.');
  return `Basic ${Buffer.from(`${credential.userName}:${credential.password}`).toString('base64')}`;
}
