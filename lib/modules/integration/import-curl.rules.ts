import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { buildCurlBody } from './curl-body.rules';
import { takeCurlCredential } from './curl-credential.rules';
import { collectCurlDraft, type CurlDraft } from './curl-draft.rules';
import { buildCurlHeaders } from './curl-headers.rules';
import { readCurlOptions } from './curl-options.rules';
import { splitCurlUrl } from './curl-url.rules';
import { httpMethodSchema, type HttpMethod, type IntegrationDefinition } from './integration.schema';
import { splitShellCommand, type CommandWords } from './shell-words.rules';
import { isWindowsCommand, splitWindowsCommand } from './windows-words.rules';

/** The fields of an integration that a cURL command decides; time and retries only where the command names them. */
export type ImportedDefinition = Pick<
  IntegrationDefinition,
  'method' | 'url' | 'useDefaultHeaders' | 'headers' | 'parameters' | 'postBody' | 'followRedirects'
> &
  Partial<Pick<IntegrationDefinition, 'timeoutMs' | 'retry'>>;

/** What became of a pasted text. */
export type CurlImport =
  | {
      kind: 'imported';
      definition: ImportedDefinition;
      /** What the command signs in with, taken out of its headers and address; not stored anywhere yet. */
      credential: CredentialSettings | null;
      /** What was not understood, can't be kept or still has to be done, each a sentence or two. */
      notes: string[];
    }
  | { kind: 'not-curl'; reason: string };

/**
 * Reads a cURL command as people paste it: from a shell, a browser's “Copy as cURL” (bash and cmd), or a manual, over
 * several lines, with a prompt, comments or a pipe. Nothing is run and no file is read. Of several commands the first
 * one counts. The definition reproduces the command's request rather than the form's defaults, so redirects are only
 * followed where the command has `--location`. Braces and brackets in addresses are text, not cURL's patterns.
 * Source: curl(1).
 */
export function importCurl(text: string): CurlImport {
  const split = splitCommand(text);
  if (!split) return { kind: 'not-curl', reason: 'The text has no cURL command. It should begin with “curl”.' };
  if (split.unclosedQuote !== null) {
    return { kind: 'not-curl', reason: `A quotation mark (${split.unclosedQuote}) is never closed. Copy the command whole, up to its end.` };
  }
  const draft = collectCurlDraft(readCurlOptions(dropPrefix(split.words).slice(1)));
  if (split.shellReferences.length > 0) draft.notes.push(toShellNote(split.shellReferences));
  return toImport(draft);
}

function toImport(draft: CurlDraft): CurlImport {
  const { notes } = draft;
  const [firstUrl, ...otherUrls] = draft.urls;
  if (firstUrl === undefined || firstUrl.trim() === '') {
    return { kind: 'not-curl', reason: 'The command has no address. Add one that begins with https:// or http://.' };
  }
  if (otherUrls.length > 0) notes.push(`Only the first address was imported, not ${otherUrls.map((url) => `“${url}”`).join(', ')}.`);
  const method = decideMethod(draft);
  const address = splitCurlUrl(firstUrl, draft.isGet ? [...draft.queryPieces, ...toPieces(draft.data)] : draft.queryPieces);
  if (address === null) {
    return { kind: 'not-curl', reason: `“${firstUrl}” is not a web address. Only http:// and https:// can be called.` };
  }
  notes.push(...address.notes);
  const credential = takeCurlCredential(draft, address.user);
  const body = buildCurlBody(draft);
  const headers = buildCurlHeaders(draft, { url: address.url, body });
  const definition: ImportedDefinition = {
    method,
    url: address.url,
    ...headers,
    parameters: address.parameters,
    postBody: body.postBody,
    followRedirects: draft.followRedirects && draft.redirectCountMax !== 0,
    ...decideTimeout(draft),
    ...decideRetry(draft),
  };
  if (definition.followRedirects && (draft.redirectCountMax ?? 0) > 5) notes.push('Up to 5 redirects are followed, fewer than the command allows.');
  return { kind: 'imported', definition, credential, notes };
}

function splitCommand(text: string): CommandWords | null {
  if (!isWindowsCommand(text)) return splitShellCommand(text, isCurl);
  const split = splitWindowsCommand(text.replace(/^\s*[^\n]*>\s*(?=curl)/i, ''));
  return isCurl(split.words) ? split : null;
}

function isCurl(words: string[]): boolean {
  return /(^|[/\\])curl(\.exe)?$/i.test(dropPrefix(words)[0] ?? '');
}

/** Drops a copied prompt, `sudo` and settings such as `LANG=C` before the command. */
function dropPrefix(words: string[]): string[] {
  const first = words.findIndex((word) => !/^(\$|%|#|sudo|time|command|[A-Za-z_]\w*=.*)$/.test(word));
  return first < 0 ? [] : words.slice(first);
}

function toPieces(data: string | null): string[] {
  return data === null || data === '' ? [] : [data];
}

function decideMethod(draft: CurlDraft): HttpMethod {
  const hasBody = draft.data !== null || draft.parts.length > 0;
  const implied = draft.isHead ? 'HEAD' : draft.isUpload ? 'PUT' : hasBody && !draft.isGet ? 'POST' : 'GET';
  if (draft.method === null) return implied;
  const chosen = httpMethodSchema.safeParse(draft.method);
  if (chosen.success) return chosen.data;
  draft.notes.push(`The method “${draft.method}” can’t be sent from here; ${implied} was chosen instead.`);
  return implied;
}

function decideTimeout({ timeoutS, notes }: CurlDraft): { timeoutMs?: number } {
  // To cURL, 0 means to wait without end.
  if (timeoutS === null || !(timeoutS > 0)) return {};
  const timeoutMs = Math.min(120_000, Math.max(1_000, Math.round(timeoutS * 1_000)));
  if (timeoutMs !== Math.round(timeoutS * 1_000)) notes.push(`The timeout became ${timeoutMs / 1_000} s: it can be 1 to 120 s.`);
  return { timeoutMs };
}

function decideRetry({ retryCount, notes }: CurlDraft): Partial<Pick<IntegrationDefinition, 'retry'>> {
  if (retryCount === null || !(retryCount >= 0)) return {};
  const retryCountMax = Math.min(5, Math.trunc(retryCount));
  if (retryCountMax !== retryCount) notes.push(`The call is retried up to ${retryCountMax} times: more than 5 are not possible.`);
  return { retry: { retryCountMax, scope: 'idempotent' } };
}

function toShellNote(references: string[]): string {
  const list = references.map((reference) => `“${reference}”`).join(', ');
  return `${list} stood for something in your shell that is not known here. Put a value or a variable such as {$env.key} in its place.`;
}
