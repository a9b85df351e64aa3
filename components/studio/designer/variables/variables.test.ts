import { describe, expect, it } from 'vitest';

import { buildVariableOptions, type VariableWorld } from '@/components/studio/designer/variables/build-variable-options';
import { findUnknownVariables } from '@/components/studio/designer/variables/find-unknown-variables';
import { listBotVariables, listReferences, listSetVariables } from '@/lib/modules/integration/known-variables.rules';
import { integrationDefinitionSchema } from '@/lib/modules/integration/integration.schema';

const world: VariableWorld = {
  environment: { name: 'Test', variables: [{ key: 'bankUrl', value: 'http://x', isSecret: false, hasValue: true }, { key: 'pin', value: null, isSecret: true, hasValue: true }] },
  integrations: [{ name: 'Accounts', responseVariable: 'ACCOUNTS', fieldKeys: ['iban'] }],
  seenReferences: ['$botContext.customerId', '$botContext.slot.city', '$env.bankUrl'],
  setNames: ['total'],
  testValues: { '$botContext.customerId': 'cus-1' },
};

describe('buildVariableOptions', () => {
  it('offers every kind of variable with its scope, and no secret’s value', () => {
    const options = buildVariableOptions(world).map(({ insert, scope, detail }) => [insert, scope, detail]);
    expect(options).toEqual(
      expect.arrayContaining([
        ['{$botContext.customerId}', 'bot', 'test value cus-1'],
        ['{$botContext.slot.city}', 'slot', ''],
        ['{$botContext.total}', 'bot', ''],
        ['{$env.pin}', 'environment', 'secret'],
        ['{ACCOUNTS.iban.count}', 'field', 'number of values'],
        ['{$conversationId}', 'system', 'Id of the conversation'],
      ]),
    );
  });
});

describe('findUnknownVariables', () => {
  it.each([
    ['{$env.bankUrl}/x', null],
    ['{$env.nothing}', 'no key'],
    ['{$botContext.anything}', null],
    ['{ACCOUNTS.iban.count}', null],
    ['{$env.bankURL}', 'Did you mean “bankUrl”?'],
    ['{ACCOUNTS.ibn}', 'Did you mean “iban”?'],
    ['{ACCOUNT.iban}', 'Did you mean “ACCOUNTS”?'],
    ['{ACCOUNTS.bic}', 'no custom data field'],
    ['{OTHER.iban}', 'No integration writes'],
    ['{$customerId}', '{$botContext.customerId}'],
    ['{"a": {"b": 1}}', null],
  ])('%s', (text, hint) => {
    const [unknown] = findUnknownVariables(text, world);
    if (hint === null) expect(unknown).toBeUndefined();
    else expect(unknown?.hint).toContain(hint);
  });

  it('waits for what isn’t loaded yet', () => {
    expect(findUnknownVariables('{$env.nothing}{OTHER.iban}', { environment: undefined, integrations: undefined })).toEqual([]);
  });
});

describe('what an integration refers to', () => {
  it('is listed once, from rows that are sent only', () => {
    const row = { name: 'a', value: '{$env.a}', enabled: true, note: '' };
    const definition = integrationDefinitionSchema.parse({
      name: 'n',
      responseVariable: 'N',
      url: 'https://x/{$botContext.id}',
      headers: [row, row, { ...row, value: '{$env.off}', enabled: false }],
      postBody: { kind: 'json', text: '{"b": "{$botContext.id}"}' },
    });
    expect(listReferences(definition)).toEqual(['$botContext.id', '$env.a']);
  });

  it('tells the bot variables and slots that it reads or sets', () => {
    const definition = integrationDefinitionSchema.parse({
      name: 'n',
      responseVariable: 'N',
      url: '{$env.a}/{$botContext.id}/{$botContext.slot.city}',
      transformScript: 'botContext.setBotVariable("total", 1, true, false)',
    });
    expect(listBotVariables(definition)).toEqual(['$botContext.id', '$botContext.slot.city', '$botContext.total']);
  });

  it('reads the variables that a script sets', () => {
    expect(listSetVariables(`botContext.setBotVariable("city", 1); setBotVariable('api_X', o, true, false)`)).toEqual(['city']);
  });
});
