import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { findReferences } from '@/lib/engine/variables/parse-template';
import { parseAuthorization } from './curl-credential.rules';
import type { IntegrationDefinition, KeyValueRow } from './integration.schema';
import { findKnownTokens, isPlaceholder, toSecretKind, type SecretKind } from './secret-patterns.rules';

/** A secret that stands in an integration as plain text, where everyone who can read the integration reads it. */
export interface LiteralSecret {
  kind: SecretKind;
  /** The text it stands in, for example `['headers', 0, 'value']`, `['url']`, `['postBody', 'text']`. */
  path: (string | number)[];
  /** Where in that text, `end` exclusive. */
  span: { start: number; end: number };
  /** The credential that would send the same; null where only a secret environment key can replace it. */
  suggestedCredential: CredentialSettings | null;
  /** What was found and what to do, in two sentences. */
  message: string;
}

/** What is looked at; every definition fits, and a form's unfinished one too. */
export type SecretHolder = Pick<IntegrationDefinition, 'url' | 'headers' | 'parameters' | 'postBody'>;

/**
 * Finds literal secrets: in the header Authorization, in headers and parameters that are named like a key, in the
 * address, and tokens of well-known makes anywhere. What holds a variable or is plainly a placeholder is none. Rows that
 * are switched off count too, since they are stored. Ordered as the form is; each stretch of text is reported once.
 */
export function findLiteralSecrets(definition: SecretHolder): LiteralSecret[] {
  const found = [
    ...findInUrl(definition.url),
    ...definition.headers.flatMap((row, index) => findInHeader(row, ['headers', index, 'value'])),
    ...definition.parameters.flatMap((row, index) => findInPair(row, ['parameters', index, 'value'], 'query')),
    ...findInBody(definition.postBody),
  ];
  return found.filter((secret, index) => !found.slice(0, index).some((earlier) => overlaps(earlier, secret)));
}

type Path = LiteralSecret['path'];
type Place = 'header' | 'query' | 'body';

function findInUrl(url: string): LiteralSecret[] {
  const [whole = '', scheme = '', userName = '', password = ''] = /^(https?:\/\/)([^/?#:@]*):([^/?#@]+)@/i.exec(url) ?? [];
  const signIn = parseAuthorization(`Basic ${toBase64(`${decode(userName)}:${decode(password)}`)}`);
  const user: LiteralSecret[] =
    whole === '' || !isLiteral(password)
      ? []
      : [build({ kind: 'basic', path: ['url'], start: scheme.length, text: whole.slice(scheme.length, -1), credential: signIn })];
  const pairs = [...url.matchAll(/[?&]([^=&#]+)=([^&#]+)/g)].flatMap((match) => {
    const [pair, name = '', value = ''] = match;
    const start = match.index + pair.length - value.length;
    return findInPair({ name: decode(name), value: decode(value) }, ['url'], 'query').map((secret) => ({
      ...secret,
      // The value is decoded for judging it; in the address it stands encoded.
      span: { start, end: start + value.length },
    }));
  });
  return [...user, ...pairs, ...findTokens(url, ['url'])];
}

function findInHeader(row: Pick<KeyValueRow, 'name' | 'value'>, path: Path): LiteralSecret[] {
  const value = row.value.trim();
  const name = row.name.trim().toLowerCase();
  if (name !== 'authorization' && name !== 'proxy-authorization') return findInPair(row, path, 'header');
  const [prefix = '', scheme = ''] = /^(?:([A-Za-z][\w-]*)\s+)?/.exec(value) ?? [];
  const secret = value.slice(prefix.length);
  if (!isLiteral(secret)) return [];
  const start = row.value.indexOf(value) + prefix.length;
  const kind = /^basic$/i.test(scheme) ? 'basic' : (findKnownTokens(secret)[0]?.kind ?? 'bearer');
  const isToken = scheme === '' || /^[A-Za-z]+$/.test(scheme);
  const credential = parseAuthorization(value) ?? (kind === 'basic' || !isToken || /\s/.test(secret) ? null : toToken(scheme, secret));
  return [build({ kind, path, start, text: secret, credential: name === 'authorization' ? credential : null })];
}

function findInPair({ name, value }: Pick<KeyValueRow, 'name' | 'value'>, path: Path, place: Place): LiteralSecret[] {
  const text = value.trim();
  const kind = isLiteral(text) ? toSecretKind(name, text) : null;
  if (kind === null) return findTokens(value, path);
  const credential = place === 'body' ? null : toApiKey(place, { name: name.trim(), value: text });
  return [build({ kind, path, start: value.indexOf(text), text, credential })];
}

function findInBody(body: IntegrationDefinition['postBody']): LiteralSecret[] {
  if (body.kind === 'none') return [];
  if (body.kind === 'form' || body.kind === 'multipart') {
    return body.rows.flatMap((row, index) => findInPair(row, ['postBody', 'rows', index, 'value'], 'body'));
  }
  const path = ['postBody', 'text'];
  const members = [...body.text.matchAll(/"([\w-]{1,60})"\s*:\s*"((?:[^"\\]|\\.)+)"/g)].flatMap((match) => {
    const [pair, name = '', value = ''] = match;
    const start = match.index + pair.length - value.length - 1;
    const kind = isLiteral(value) ? toSecretKind(name, value) : null;
    return kind === null ? [] : [build({ kind, path, start, text: value, credential: null })];
  });
  return [...members, ...findTokens(body.text, path)];
}

function findTokens(text: string, path: Path): LiteralSecret[] {
  return findKnownTokens(text).map(({ kind, start, token }) => build({ kind, path, start, text: token, credential: null }));
}

function isLiteral(text: string): boolean {
  return text !== '' && findReferences(text).length === 0 && !isPlaceholder(text);
}

interface Find {
  kind: SecretKind;
  path: Path;
  start: number;
  text: string;
  credential: CredentialSettings | null;
}

function build({ kind, path, start, text, credential }: Find): LiteralSecret {
  const advice = credential
    ? 'Make it a credential: it is then encrypted, and the request stays the same.'
    : 'Keep it as a secret key of the environment, and write {$env.key} in its place.';
  return {
    kind,
    path,
    span: { start, end: start + text.length },
    suggestedCredential: credential,
    message: `${DESCRIPTION_BY_KIND[kind]} stands here as plain text. ${advice}`,
  };
}

const DESCRIPTION_BY_KIND: Record<SecretKind, string> = {
  basic: 'A user name with its password',
  bearer: 'An access token',
  jwt: 'A signed token (JWT)',
  'api-key': 'An API key',
  password: 'A password or client secret',
  'private-key': 'A private key',
  cookie: 'A session cookie',
};

function toToken(tokenType: string, token: string): CredentialSettings {
  return { kind: 'access-token', tokenType, token };
}

function toApiKey(place: 'header' | 'query', pair: { name: string; value: string }): CredentialSettings {
  return { kind: 'api-key', in: place, ...pair };
}

function overlaps(a: LiteralSecret, b: LiteralSecret): boolean {
  return a.path.join('.') === b.path.join('.') && a.span.start < b.span.end && b.span.start < a.span.end;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
