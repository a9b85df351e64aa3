/** What a literal secret is. */
export type SecretKind = 'basic' | 'bearer' | 'jwt' | 'api-key' | 'password' | 'private-key' | 'cookie';

/** A token of a well-known make, with its place in the text. */
export interface KnownToken {
  kind: SecretKind;
  start: number;
  token: string;
}

/** Finds tokens whose beginning tells their maker, signed tokens and private keys; in order of makes, not of place. */
export function findKnownTokens(text: string): KnownToken[] {
  return KNOWN_TOKENS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, token: match[0] })),
  );
}

/**
 * Judges a literal value by the name it goes by; null where the name promises no secret or the value is too short to be
 * one. Names such as `token` or `secret` also stand for harmless things, so their values have to look random.
 */
export function toSecretKind(name: string, value: string): SecretKind | null {
  const known = findKnownTokens(value)[0];
  const words = name.trim().replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase().replaceAll(/[_.\s]+/g, '-');
  if (known?.token === value) return known.kind;
  if (words === 'cookie') return hasSessionCookie(value) ? 'cookie' : null;
  if (PASSWORD_NAME.test(words)) return 'password';
  if (value.length >= 6 && API_KEY_NAME.test(words)) return 'api-key';
  return TOKEN_NAME.test(words) && !HARMLESS_NAME.test(words) && looksRandom(value) ? 'api-key' : null;
}

/** Whether text stands for a secret that is still to be put in: `<token>`, `YOUR_KEY`, `xxx`, `***`, `$TOKEN`, `{{key}}`. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}

const KNOWN_TOKENS: readonly (readonly [SecretKind, RegExp])[] = [
  ['private-key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[^]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----|$)/g],
  ['jwt', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g],
  // OpenAI, Anthropic and Stripe
  ['api-key', /\bsk-(?:[a-z]+\d*-)*[A-Za-z0-9_]{20,}[\w-]*|\b[rsp]k_(?:live|test)_[A-Za-z0-9]{16,}/g],
  // GitHub, GitLab, npm
  ['api-key', /\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}|\bglpat-[\w-]{20,}|\bnpm_[A-Za-z0-9]{36}\b/g],
  // Slack, SendGrid, Twilio
  ['api-key', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bSK[0-9a-f]{32}\b/g],
  // Amazon, Google
  ['api-key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}(?![\w-])|\bya29\.[\w-]{20,}/g],
];

const PASSWORD_NAME = /(^|-)(password|passwd|pwd|client-?secret)$/;
const API_KEY_NAME = /(^|-)(api-?key|apikey|app-?key|access-?key|subscription-?key|functions-key|auth-?key|secret-?key|api-?token|apitoken|access-?token|auth-?token)$/;
const TOKEN_NAME = /(^|-)(token|secret|key|auth|signature|sig|session|code)$/;
/** Keys and tokens that say which one or where to go on, and open nothing. */
const HARMLESS_NAME = /(^|-)(idempotency|cache|sort|partition|page|next|sync|continuation|cursor|public|site)-(key|token)$/;
const SESSION_COOKIE_NAME = /(^|[-_.])(sid|sess|session|sessid|sessionid|jsessionid|phpsessid|token|auth|jwt)([-_.]?id)?$/i;
const PLACEHOLDER =
  /^(<[^<>]+>|\[[^[\]]+\]|\{\{[^{}]+\}\}|\$\{?[A-Za-z_]\w*\}?|%\w+%|[x*•.…_-]+|(?:your|my|insert|enter|put|replace)[\s_-].*|your[a-z]*(?:token|key|secret|password).*|(?:api[_-]?key|token|secret|password|changeme|todo|test|none|null|example|bearer|basic))$/i;

/** Long, made of letters and digits alike, and rich in different characters. */
function looksRandom(value: string): boolean {
  if (value.length < 20 || /\s/.test(value) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return toBitsPerCharacter(value) >= 3;
}

/** Shannon's entropy of the characters. */
function toBitsPerCharacter(text: string): number {
  const countByLetter = new Map<string, number>();
  for (const letter of text) countByLetter.set(letter, (countByLetter.get(letter) ?? 0) + 1);
  return [...countByLetter.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

function hasSessionCookie(cookies: string): boolean {
  return cookies.split(';').some((cookie) => {
    const [name = '', ...value] = cookie.trim().split('=');
    return SESSION_COOKIE_NAME.test(name) && value.join('=').length >= 16;
  });
}
