import { credentialSettingsSchema, type CredentialSettings } from '@/lib/modules/credential/credential.schema';
import type { CurlDraft } from './curl-draft.rules';
import { hasVariables } from './curl-pairs.rules';

/**
 * What a command signs in with, as a credential: the header Authorization with Basic, Bearer or Token, else
 * `--oauth2-bearer`, else `--user`, else the user in the address. The header is taken out of the draft. What holds a
 * variable, or what a credential can't hold, stays (or becomes) a header. Null where the command doesn't sign in.
 */
export function takeCurlCredential(draft: CurlDraft, addressUser: string | null): CredentialSettings | null {
  const header = draft.headers.find(({ name }) => name.toLowerCase() === 'authorization');
  if (header) {
    const credential = parseAuthorization(header.value);
    if (credential) draft.headers = draft.headers.filter((candidate) => candidate !== header);
    return credential;
  }
  if (draft.bearer !== null) return keepOr(draft, `Bearer ${draft.bearer}`);
  const user = draft.user ?? addressUser;
  if (user === null || !draft.isBasic) return null;
  if (!user.includes(':')) draft.notes.push(`The password of “${user}” is not part of the command. Enter it in the credential.`);
  const withPassword = user.includes(':') ? user : `${user}:`;
  if (hasVariables(user)) {
    draft.notes.push('User name and password come from variables, which can’t be combined into a header. Enter them in a credential.');
    return null;
  }
  return keepOr(draft, `Basic ${encodeBase64(withPassword)}`);
}

/** Reads the value of an Authorization header; null where it is no literal sign-in that a credential can hold. */
export function parseAuthorization(value: string): CredentialSettings | null {
  const [, scheme = '', rest = ''] = /^(Basic|Bearer|Token)\s+(\S.*)$/i.exec(value.trim()) ?? [];
  if (rest === '' || hasVariables(rest) || /\$[A-Za-z_{(]/.test(rest)) return null;
  if (scheme.toLowerCase() !== 'basic') return check({ kind: 'access-token', tokenType: scheme, token: rest });
  const decoded = decodeBase64(rest);
  const colon = decoded?.indexOf(':') ?? -1;
  if (decoded === null || colon < 0) return null;
  return check({ kind: 'basic', userName: decoded.slice(0, colon), password: decoded.slice(colon + 1) });
}

function keepOr(draft: CurlDraft, value: string): CredentialSettings | null {
  const credential = parseAuthorization(value);
  if (!credential) draft.headers.push({ name: 'Authorization', value });
  return credential;
}

function check(settings: CredentialSettings): CredentialSettings | null {
  const checked = credentialSettingsSchema.safeParse(settings);
  return checked.success ? checked.data : null;
}

function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function decodeBase64(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
