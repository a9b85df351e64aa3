import { describe, expect, it } from 'vitest';

import { applyCurlImport, revertCurlImport } from '@/components/studio/designer/curl/apply-curl-import';
import { buildCurl } from '@/components/studio/designer/curl/build-curl';
import { isCurlText } from '@/components/studio/designer/curl/curl-notice';
import { findDraftSecrets, removeSecret } from '@/components/studio/designer/curl/literal-secrets';
import { checkDraft } from '@/components/studio/designer/draft/check-draft';
import { buildNewDraft, toDefinitionInput, type IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { importCurl } from '@/lib/modules/integration/import-curl.rules';

const row = { enabled: true, note: '' };
const draft: IntegrationDraft = { ...buildNewDraft(), name: 'Accounts', responseVariable: 'ACCOUNTS', url: 'https://bank.example/accounts' };

function build(change: Partial<IntegrationDraft>, credential: Parameters<typeof buildCurl>[0]['credential'] = null): string {
  const checked = checkDraft({ ...draft, ...change });
  if (checked.kind === 'invalid') throw new Error(JSON.stringify(checked.issues));
  const built = buildCurl({
    definition: checked.definition,
    testValues: { '$botContext.id': 'a b' },
    environment: [{ key: 'pin', value: null, isSecret: true, hasValue: true }],
    credential,
  });
  return built.kind === 'built' ? built.command : built.reason;
}

describe('a copied cURL command', () => {
  it('holds no secret of the environment, of the credential or written as plain text', () => {
    const command = build(
      {
        headers: [
          { ...row, name: 'X-Pin', value: '{$env.pin}' },
          { ...row, name: 'X-Api-Key', value: 'abcdef123456' },
        ],
      },
      { kind: 'access-token', tokenType: 'Bearer' },
    );
    expect(command).toContain("'X-Pin: YOUR_pin'");
    expect(command).toContain("'X-Api-Key: YOUR_API_KEY'");
    expect(command).toContain("'Authorization: Bearer YOUR_TOKEN'");
    expect(command).not.toContain('abcdef123456');
  });

  it('holds the test values, encoded for their place', () => {
    expect(build({ url: 'https://bank.example/{$botContext.id}' })).toContain('https://bank.example/a%20b');
  });

  it('writes multipart bodies as forms', () => {
    const parts = [{ ...row, name: 'file', value: 'text of {$botContext.id}', fileName: 'a.txt', contentType: '' }];
    const command = build({ method: 'POST', postBody: { ...draft.postBody, kind: 'multipart', parts } });
    expect(command).toContain('--form \'file="text of a b";filename="a.txt"\'');
  });

  it('says why there is none', () => {
    expect(build({ url: 'https://user:word@bank.example/' })).toContain('credential');
  });
});

describe('removing a literal secret', () => {
  it.each([
    ['https://anna:geheim@bank.example/a', 'https://bank.example/a'],
    ['https://bank.example/a?api_key=abcdef123456', 'https://bank.example/a'],
    ['https://bank.example/a?api_key=abcdef123456&x=1', 'https://bank.example/a?x=1'],
    ['https://bank.example/a?x=1&api_key=abcdef123456#top', 'https://bank.example/a?x=1#top'],
  ])('%s', (url, left) => {
    const before = { ...draft, url };
    const [secret] = findDraftSecrets(before);
    expect(secret && removeSecret(before, secret).url).toBe(left);
  });

  it('takes the whole header', () => {
    const headers = [
      { ...row, name: 'Accept', value: '*/*' },
      { ...row, name: 'Authorization', value: 'Bearer abcdef.123456.xyz987' },
    ];
    const before = { ...draft, headers };
    const [secret] = findDraftSecrets(before);
    expect(secret && removeSecret(before, secret).headers).toEqual(headers.slice(0, 1));
  });
});

describe('an imported cURL command', () => {
  it('decides the request and leaves names, script and the other kinds of body alone', () => {
    const before = { ...draft, transformScript: 'x', postBody: { ...draft.postBody, json: '{"kept":1}' } };
    const imported = importCurl("curl -u anna:geheim https://api.example/v1?q=1 --data-urlencode 'a=b c' --max-time 5");
    if (imported.kind !== 'imported') throw new Error(imported.reason);
    const after = applyCurlImport(before, imported.definition, imported.credential !== null);
    expect(after).toMatchObject({ name: 'Accounts', transformScript: 'x', method: 'POST', timeoutSecondsText: '5' });
    expect(after.postBody.json).toBe('{"kept":1}');
    expect(toDefinitionInput(after).postBody).toMatchObject({ kind: 'form', rows: [{ name: 'a', value: 'b c' }] });
    expect(revertCurlImport({ ...after, name: 'Written since' }, before)).toEqual({ ...before, name: 'Written since' });
  });

  it.each([
    ['curl https://a.example', true],
    ['  $ curl -X POST https://a.example', true],
    ['/usr/bin/curl https://a.example', true],
    ['https://curl.se/docs', false],
    ['curling', false],
  ])('is told from an address: %s', (text, isCurl) => {
    expect(isCurlText(text)).toBe(isCurl);
  });
});
