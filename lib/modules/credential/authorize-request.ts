import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { toSecretForms } from '@/lib/modules/credential/secret-forms.rules';

/** What a request is authorised with: a credential as it is, or the token that an OAuth credential got. */
export type Authorization =
  | Exclude<CredentialSettings, { kind: 'oauth-client-credentials' }>
  | { kind: 'oauth-token'; accessToken: string };

/** The parts of a built request that a credential may change. */
interface AuthorizableRequest {
  /** Absolute; variables are already replaced. */
  url: string;
  headers: readonly { name: string; value: string }[];
}

export interface AuthorizedRequest<T> {
  request: T;
  /** The header the credential went into; it must not follow a redirect to another origin. */
  headerName: string | null;
  /** Every form in which the secret may show in a trace, longest first. */
  secrets: string[];
}

/**
 * Adds a credential to a request; a header or parameter of the same name, which the designer wrote, gives way.
 * The request given stays as it was. Source: conversation-builder reference, section 3; RFC 7617; RFC 6750, section 2.1.
 */
export function authorizeRequest<T extends AuthorizableRequest>(request: T, authorization: Authorization): AuthorizedRequest<T> {
  switch (authorization.kind) {
    case 'basic': {
      const { userName, password } = authorization;
      const encoded = Buffer.from(`${userName}:${password}`, 'utf8').toString('base64');
      return { ...withHeader(request, 'Authorization', `Basic ${encoded}`), secrets: toSecretForms(encoded, password) };
    }
    case 'access-token': {
      const value = [authorization.tokenType, authorization.token].filter(Boolean).join(' ');
      return { ...withHeader(request, 'Authorization', value), secrets: toSecretForms(authorization.token) };
    }
    case 'oauth-token': {
      const { accessToken } = authorization;
      return { ...withHeader(request, 'Authorization', `Bearer ${accessToken}`), secrets: toSecretForms(accessToken) };
    }
    case 'api-key': {
      const { name, value } = authorization;
      const secrets = toSecretForms(value);
      if (authorization.in === 'header') return { ...withHeader(request, name, value), secrets };
      return { request: { ...request, url: withParameter(request.url, name, value) }, headerName: null, secrets };
    }
  }
}

function withHeader<T extends AuthorizableRequest>(request: T, name: string, value: string) {
  const others = request.headers.filter((header) => header.name.toLowerCase() !== name.toLowerCase());
  return { request: { ...request, headers: [...others, { name, value }] }, headerName: name };
}

/** Works on the text: `URLSearchParams` would rewrite the parameters that were already there. */
function withParameter(url: string, name: string, value: string): string {
  const [, base = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const others = (query ?? '').split('&').filter((pair) => pair !== '' && decodeName(pair) !== name);
  return `${base}?${[...others, `${encodeURIComponent(name)}=${encodeURIComponent(value)}`].join('&')}${fragment}`;
}

function decodeName(pair: string): string {
  const name = (pair.split('=')[0] ?? '').replaceAll('+', ' ');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
