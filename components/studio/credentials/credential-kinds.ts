import type { CredentialKind, CredentialPublicSettings } from '@/lib/modules/credential/credential.schema';

/** The kinds of credentials in the order of choice, with what they are called and do. */
export const credentialKinds: readonly { kind: CredentialKind; label: string; about: string }[] = [
  { kind: 'basic', label: 'Basic', about: 'Sends a user name and password in the Authorization header.' },
  { kind: 'access-token', label: 'Access Token', about: 'Sends a fixed token in the Authorization header.' },
  { kind: 'api-key', label: 'API key', about: 'Sends a key in a header or a query parameter of your choice.' },
  {
    kind: 'oauth-client-credentials',
    label: 'OAuth 2.0 client credentials',
    about: 'Fetches a token with a client id and secret, keeps it until it expires, and sends it in the Authorization header.',
  },
];

/** What a kind is called. */
export function credentialKindLabel(kind: CredentialKind): string {
  return credentialKinds.find((entry) => entry.kind === kind)?.label ?? kind;
}

/** What of a credential may be seen and tells it from others, in one line. */
export function describeCredential(settings: CredentialPublicSettings): string {
  switch (settings.kind) {
    case 'basic':
      return settings.userName;
    case 'access-token':
      return settings.tokenType || 'token alone';
    case 'api-key':
      return `${settings.name} in the ${settings.in}`;
    case 'oauth-client-credentials':
      return `${settings.clientId} at ${settings.tokenUrl}`;
  }
}
