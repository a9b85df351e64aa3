import { describe, expect, it } from 'vitest';

import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { toCredentialSettings, toCredentialValues } from './credential-values';

const wholeSettings: CredentialSettings[] = [
  { kind: 'basic', userName: 'ada', password: 'secret' },
  { kind: 'access-token', tokenType: 'Token', token: 'secret' },
  { kind: 'api-key', in: 'query', name: 'key', value: 'secret' },
  {
    kind: 'oauth-client-credentials',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'parley',
    scope: 'read write',
    audience: 'bank',
    secretIn: 'body',
    clientSecret: 'secret',
  },
];

describe('the form of a credential', () => {
  it.each(wholeSettings)('gives back the settings of kind $kind as they were', (settings) => {
    expect(toCredentialSettings(toCredentialValues({ settings }))).toEqual(settings);
  });

  it('begins with what is known and fills in the usual rest', () => {
    const values = toCredentialValues({ name: 'Bank', settings: { kind: 'access-token', token: 'abc' } });
    expect(toCredentialSettings(values)).toEqual({ kind: 'access-token', tokenType: 'Bearer', token: 'abc' });
    expect(values.name).toBe('Bank');
  });
});
