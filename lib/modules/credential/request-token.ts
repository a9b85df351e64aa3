import type { JsonValue } from '@/lib/engine/json';
import type { OAuthSettings } from '@/lib/modules/credential/credential.schema';
import { buildTokenRequest, readTokenAnswer } from '@/lib/modules/credential/oauth.rules';
import { toSecretForms } from '@/lib/modules/credential/secret-forms.rules';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';

/** Time for one call of a token endpoint. */
const TOKEN_TIMEOUT_MS = 15_000;
/** More than any token answer needs. */
const TOKEN_ANSWER_BYTES_MAX = 256 * 1024;

interface TokenHttpRequest {
  method: 'POST';
  url: string;
  headers: { name: string; value: string }[];
  body: Uint8Array;
}

interface TokenHttpOptions {
  /** Private destinations that the credential's workspace may reach. */
  allow: AllowList;
  timeoutMs: number;
  responseBytesMax: number;
  followRedirects: false;
}

type TokenHttpResult =
  | { kind: 'response'; status: number; body: Uint8Array }
  | { kind: 'timeout' }
  | { kind: 'connection-failed'; reason: string }
  | { kind: 'blocked-address'; host: string; reason: string }
  | { kind: 'too-many-redirects' }
  | { kind: 'response-too-large' }
  | { kind: 'invalid-request'; reason: string }
  | { kind: 'cancelled' };

/** The door out: `exchange` of `lib/platform/http/outbound.ts`. */
export type SendTokenRequest = (request: TokenHttpRequest, options: TokenHttpOptions) => Promise<TokenHttpResult>;

/** `status` is null when no answer came; `answer` holds secrets and must be masked before it is shown. */
export type TokenOutcome =
  | { kind: 'token'; accessToken: string; lifetimeMs: number; status: number; answer: JsonValue }
  | { kind: 'failed'; reason: string; status: number | null; answer: JsonValue | null };

/** Asks the token endpoint once, following no redirect. Every failure is a value whose reason holds no secret. */
export async function requestToken(send: SendTokenRequest, settings: OAuthSettings, allow: AllowList): Promise<TokenOutcome> {
  const { url, headers, form } = buildTokenRequest(settings);
  const result = await send(
    { method: 'POST', url, headers, body: new TextEncoder().encode(form) },
    { allow, timeoutMs: TOKEN_TIMEOUT_MS, responseBytesMax: TOKEN_ANSWER_BYTES_MAX, followRedirects: false },
  );
  if (result.kind !== 'response') return { kind: 'failed', reason: toReason(result, url), status: null, answer: null };

  const outcome = readTokenAnswer(result.status, new TextDecoder().decode(result.body));
  if (outcome.kind === 'token') return { ...outcome, status: result.status };
  // A careless server may repeat what it was sent.
  const reason = toSecretForms(settings.clientSecret).reduce((text, form) => text.replaceAll(form, '(masked)'), outcome.reason);
  return { ...outcome, reason, status: result.status };
}

function toReason(result: Exclude<TokenHttpResult, { kind: 'response' }>, url: string): string {
  const { host } = new URL(url);
  switch (result.kind) {
    case 'timeout':
      return `The token server ${host} did not answer within ${TOKEN_TIMEOUT_MS / 1_000} seconds. Try again, or check the token URL.`;
    case 'connection-failed':
      return `No connection to the token server ${host}: ${result.reason}. Check the token URL.`;
    case 'blocked-address':
      return `The token server ${result.host} may not be called: ${result.reason}. If it is yours, allow it in Settings.`;
    case 'too-many-redirects':
      return `The token server ${host} answered with a redirect, which is not followed with a secret. Enter the address it leads to.`;
    case 'response-too-large':
      return `The token server ${host} answered with more than ${TOKEN_ANSWER_BYTES_MAX / 1_024} KB. Check the token URL.`;
    case 'invalid-request':
      return `The call of the token server ${host} can’t be built: ${result.reason}`;
    case 'cancelled':
      return 'The call of the token server was cancelled.';
  }
}
