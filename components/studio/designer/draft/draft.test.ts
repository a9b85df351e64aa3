import { describe, expect, it } from 'vitest';

import { checkDraft, checkForRun } from '@/components/studio/designer/draft/check-draft';
import { buildNewDraft, integrationDraftSchema, toDefinitionInput, toDraft, type IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { isSameJson } from '@/components/studio/designer/draft/is-same-json';
import { suggestResponseVariable, withResponseVariable } from '@/components/studio/designer/draft/response-variable';
import { integrationDefinitionSchema, type IntegrationDefinition, type PostBody } from '@/lib/modules/integration/integration.schema';

const row = { name: 'a', value: 'b', enabled: true, note: '' };
const definition = integrationDefinitionSchema.parse({ name: 'Accounts', responseVariable: 'ACCOUNTS', url: 'https://bank.example' });
const bodies: PostBody[] = [
  { kind: 'none' },
  { kind: 'json', text: '{}' },
  { kind: 'form', rows: [row] },
  { kind: 'multipart', rows: [{ ...row, fileName: 'f', contentType: 't' }] },
  { kind: 'raw', text: 'x', contentType: 'text/csv' },
];

describe('a draft', () => {
  it.each<Partial<IntegrationDefinition>>([
    ...bodies.map((postBody) => ({ postBody })),
    { timeoutMs: 1_500, responseBytesMax: 5 * 1024 * 1024 },
    { success: { kind: 'list', statuses: [200, 404] } },
    { retry: { retryCountMax: 0, scope: 'every-method' } },
    { credentialId: 'c', useDefaultHeaders: false, followRedirects: false, customDataFields: [{ key: 'k', path: 'p' }] },
  ])('says what its definition says: %j', (change) => {
    const whole = { ...definition, ...change };
    expect(checkDraft(toDraft(whole))).toEqual({ kind: 'valid', definition: whole });
  });

  it('is read back from memory as it was, however wrong', () => {
    const draft = { ...buildNewDraft(), url: 'nonsense', timeoutSecondsText: 'ten', customDataFields: [{ key: '', path: '' }] };
    expect(integrationDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it.each<[Partial<IntegrationDraft>, string]>([
    [{ timeoutSecondsText: 'ten' }, 'timeoutMs'],
    [{ timeoutSecondsText: '121' }, 'timeoutMs'],
    [{ responseMegabytesText: '51' }, 'responseBytesMax'],
    [{ retry: { retryCountMaxText: '1.5', scope: 'idempotent' } }, 'retry.retryCountMax'],
    [{ success: { kind: 'list', statusesText: '200, ok' } }, 'success.statuses.1'],
    [{ success: { kind: 'list', statusesText: '' } }, 'success.statuses'],
    [{ url: 'bank.example' }, 'url'],
    [{ name: '  ' }, 'name'],
  ])('with %j names the field that is wrong', (change, path) => {
    const checked = checkDraft({ ...toDraft(definition), ...change });
    expect(checked.kind === 'invalid' && checked.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('can be run before it has a name', () => {
    expect(checkForRun({ ...buildNewDraft(), url: 'https://bank.example' }).kind).toBe('valid');
    expect(checkForRun(buildNewDraft()).kind).toBe('invalid');
  });

  it('leaves out fields that only wait to be written in', () => {
    const draft = { ...toDraft(definition), customDataFields: [{ key: '', path: '' }, { key: 'a', path: '' }] };
    expect(toDefinitionInput(draft).customDataFields).toEqual([{ key: 'a', path: '' }]);
  });
});

describe('suggestResponseVariable', () => {
  it.each([
    ['List accounts', 'LIST_ACCOUNTS'],
    ['Überweisung prüfen', 'UBERWEISUNG_PRUFEN'],
    ['2nd try', '_2ND_TRY'],
    ['???', ''],
    ['', ''],
  ])('%s: %s', (name, variable) => {
    expect(suggestResponseVariable(name)).toBe(variable);
  });
});

describe('withResponseVariable', () => {
  it.each([
    ['{$.api_OLD.items[i]}', '{$.api_NEW.items[i]}'],
    ['$.api_OLD[0]', '$.api_NEW[0]'],
    ['{$.api_OLDER.a}', '{$.api_OLDER.a}'],
    ['items[0]', 'items[0]'],
  ])('lets paths follow: %s', (path, after) => {
    const draft = { ...toDraft(definition), responseVariable: 'OLD', customDataFields: [{ key: 'k', path }] };
    expect(withResponseVariable(draft, 'NEW').customDataFields).toEqual([{ key: 'k', path: after }]);
  });
});

describe('isSameJson', () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [2, 1], false],
    [Number.NaN, Number.NaN, true],
    [[], {}, false],
  ])('%j and %j: %s', (a, b, isSame) => {
    expect(isSameJson(a, b)).toBe(isSame);
  });
});
