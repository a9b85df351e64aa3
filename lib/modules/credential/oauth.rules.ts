import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/engine/json';
import type { OAuthSettings } from '@/lib/modules/credential/credential.schema';
import { toSecretForms } from '@/lib/modules/credential/secret-forms.rules';

/** Lifetime assumed when the server names none (RFC 6749, section 5.1 leaves that open); a 401 refreshes earlier. */
const DEFAULT_LIFETIME_MS = 5 * 60_000;
/** A token is renewed this long before it expires, or at nine tenths of a short life, so that none expires on its way. */
const EXPIRY_MARGIN_MS = 30_000;

/** A request for a token as headers and form text. Source: RFC 6749, sections 2.3.1 and 4.4.2. */
export function buildTokenRequest(settings: OAuthSettings) {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (settings.scope) form.set('scope', settings.scope);
  if (settings.audience) form.set('audience', settings.audience);
  const headers = [
    { name: 'Accept', value: 'application/json' },
    { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
  ];
  if (settings.secretIn === 'body') {
    form.set('client_id', settings.clientId);
    form.set('client_secret', settings.clientSecret);
  } else {
    // Id and secret are form-encoded before they are joined, so that a colon in either can't shift the border.
    const pair = `${formEncode(settings.clientId)}:${formEncode(settings.clientSecret)}`;
    headers.push({ name: 'Authorization', value: `Basic ${btoa(pair)}` });
  }
  return { url: settings.tokenUrl, headers, form: form.toString() };
}

/** What a token endpoint's answer says. */
export type TokenAnswer =
  | { kind: 'token'; accessToken: string; lifetimeMs: number; answer: JsonObject }
  | { kind: 'failed'; reason: string; answer: JsonValue | null };

/** Understands a token endpoint's answer, also the loose ones. Source: RFC 6749, sections 5.1 and 5.2. */
export function readTokenAnswer(status: number, bodyText: string): TokenAnswer {
  const answer = parseJson(bodyText);
  const failed = (reason: string): TokenAnswer => ({ kind: 'failed', reason, answer });
  if (status >= 300 && status < 400) {
    return failed(`The token server answered with a redirect (status ${status}), which is not followed with a secret. Enter the address it leads to as the token URL.`);
  }
  if (isJsonObject(answer)) {
    if (typeof answer['error'] === 'string') return failed(toErrorText(answer['error'], answer['error_description']));
    if (status >= 200 && status < 300) return readToken(answer);
  }
  if (status >= 200 && status < 300) return failed('The token server’s answer is no JSON object. Check the token URL.');
  return failed(`The token server answered with status ${status}. Check the token URL, the client id and the client secret.`);
}

/** When a token got at `nowMs` should be renewed. */
export function nextRefreshAtMs(nowMs: number, lifetimeMs: number): number {
  return nowMs + lifetimeMs - Math.min(EXPIRY_MARGIN_MS, lifetimeMs / 10);
}

/** Fields of a token answer that are no secrets (RFC 6749, 5.1 and 5.2; the expiry fields some vendors add). */
const SHOWN_FIELDS = new Set(
  'token_type expires_in ext_expires_in expires_on not_before issued_at scope error error_description error_uri error_codes'.split(' '),
);

/** A token answer fit to be shown: known harmless fields stay, every other text or structure is masked with its length. */
export function maskTokenAnswer(answer: JsonValue, clientSecret: string): JsonValue {
  const forms = toSecretForms(clientSecret);
  const hideSecret = (text: string) => forms.reduce((rest, form) => rest.replaceAll(form, '(masked)'), text);
  if (!isJsonObject(answer)) return '(masked)';
  const entries = Object.entries(answer).map(([name, value]): [string, JsonValue] => {
    if (typeof value === 'string') return [name, SHOWN_FIELDS.has(name) ? hideSecret(value) : maskText(value)];
    if (typeof value !== 'object' || value === null) return [name, value];
    return [name, SHOWN_FIELDS.has(name) ? value : '(masked)'];
  });
  return Object.fromEntries(entries);
}

/** `eyJ…(masked, 812 characters)`; short texts show nothing of themselves. */
function maskText(text: string): string {
  const beginning = text.length >= 24 ? text.slice(0, 3) : '';
  return `${beginning}…(masked, ${text.length} characters)`;
}

function readToken(answer: JsonObject): TokenAnswer {
  const { access_token: accessToken, token_type: tokenType } = answer;
  if (typeof accessToken !== 'string' || accessToken === '') {
    return { kind: 'failed', reason: 'The token server’s answer holds no “access_token”. Check the token URL.', answer };
  }
  if (!/^[\x21-\x7e]+$/.test(accessToken)) {
    return { kind: 'failed', reason: 'The token server’s “access_token” holds signs that no header can carry.', answer };
  }
  // These need a proof with every request; anything else is meant to be sent as it is, whatever servers call it.
  if (typeof tokenType === 'string' && /^(dpop|pop|mac)$/i.test(tokenType)) {
    return { kind: 'failed', reason: `The token server issues “${tokenType}” tokens; only bearer tokens can be sent.`, answer };
  }
  return { kind: 'token', accessToken, lifetimeMs: readLifetimeMs(answer['expires_in']), answer };
}

/** Seconds, which some servers send as text. */
function readLifetimeMs(expiresIn: JsonValue | undefined): number {
  const seconds = typeof expiresIn === 'string' && expiresIn.trim() !== '' ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return DEFAULT_LIFETIME_MS;
  return Math.max(0, seconds) * 1_000;
}

const ERROR_TEXT_BY_CODE: Record<string, string> = {
  invalid_request: 'The token server found the request incomplete or malformed',
  invalid_client: 'The token server doesn’t accept the client id or secret',
  invalid_grant: 'The token server doesn’t accept the grant',
  unauthorized_client: 'This client may not get tokens for itself (client credentials)',
  unsupported_grant_type: 'The token server doesn’t offer tokens for clients themselves (client credentials)',
  invalid_scope: 'The token server doesn’t know the scope, or this client may not have it',
  invalid_target: 'The token server doesn’t know the audience, or this client may not use it',
};

function toErrorText(code: string, description: JsonValue | undefined): string {
  const text = Object.hasOwn(ERROR_TEXT_BY_CODE, code) ? ERROR_TEXT_BY_CODE[code] : 'The token server refused';
  const detail = typeof description === 'string' && description !== '' ? `: ${description}` : '';
  return `${text} (${code})${detail}`.slice(0, 1_000);
}

function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function parseJson(text: string): JsonValue | null {
  try {
    // JSON.parse can only give JSON values.
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}
