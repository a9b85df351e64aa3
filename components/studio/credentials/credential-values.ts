import type { CredentialKind, CredentialPublicSettings, CredentialSettings } from '@/lib/modules/credential/credential.schema';

/** What a credential's form holds: the fields of every kind, so that trying another kind loses nothing. */
export type CredentialValues = {
  name: string;
  kind: CredentialKind;
  userName: string;
  tokenType: string;
  keyIn: 'header' | 'query';
  keyName: string;
  tokenUrl: string;
  clientId: string;
  scope: string;
  audience: string;
  secretIn: 'header' | 'body';
  /** The password, token, key or client secret of the kind chosen. */
  secret: string;
};

type Partly<Settings> = Settings extends { kind: CredentialKind } ? Pick<Settings, 'kind'> & Partial<Omit<Settings, 'kind'>> : never;

/** What is known beforehand of a credential to be made. */
export type CredentialPrefill = { name?: string; settings?: Partly<CredentialSettings> };

/** The form's content for what is known. */
export function toCredentialValues({ name = '', settings }: { name?: string; settings?: Partly<CredentialSettings | CredentialPublicSettings> }): CredentialValues {
  const values: CredentialValues = { ...blank, name };
  if (!settings) return values;
  values.kind = settings.kind;
  switch (settings.kind) {
    case 'basic':
      return { ...values, userName: settings.userName ?? '', secret: readText(settings, 'password') };
    case 'access-token':
      return { ...values, tokenType: settings.tokenType ?? blank.tokenType, secret: readText(settings, 'token') };
    case 'api-key':
      return { ...values, keyIn: settings.in ?? 'header', keyName: settings.name ?? '', secret: readText(settings, 'value') };
    case 'oauth-client-credentials': {
      const { tokenUrl = '', clientId = '', scope = '', audience = '', secretIn = 'header' } = settings;
      return { ...values, tokenUrl, clientId, scope, audience, secretIn, secret: readText(settings, 'clientSecret') };
    }
  }
}

/** The settings as the API reads them. */
export function toCredentialSettings(values: CredentialValues): CredentialSettings {
  const { kind, secret } = values;
  switch (kind) {
    case 'basic':
      return { kind, userName: values.userName, password: secret };
    case 'access-token':
      return { kind, tokenType: values.tokenType, token: secret };
    case 'api-key':
      return { kind, in: values.keyIn, name: values.keyName, value: secret };
    case 'oauth-client-credentials': {
      const { tokenUrl, clientId, scope, audience, secretIn } = values;
      return { kind, tokenUrl, clientId, scope, audience, secretIn, clientSecret: secret };
    }
  }
}

const blank: CredentialValues = {
  name: '',
  kind: 'basic',
  userName: '',
  tokenType: 'Bearer',
  keyIn: 'header',
  keyName: '',
  tokenUrl: '',
  clientId: '',
  scope: '',
  audience: '',
  secretIn: 'header',
  secret: '',
};

function readText(settings: object, field: string): string {
  const value: unknown = Object.entries(settings).find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value : '';
}
