import { expect, test } from 'vitest';
import { findIntegrationUses } from './integration-uses.rules';
import { integrationDefinitionSchema } from './integration.schema';

const row = (name: string, value: string) => ({ name, value, enabled: false });

test.each<[string, Record<string, unknown>, string[]]>([
  ['nothing', {}, []],
  ['the URL', { url: 'https://h/{X.key}' }, ['URL']],
  ['a count', { url: 'https://h/{X.key.count}' }, ['URL']],
  ['the raw path', { url: 'https://h/{$.api_X.a[0]}' }, ['URL']],
  ['the status', { url: 'https://h/{$botContext.api_XStatus}' }, ['URL']],
  ['rows, also those that are off', { headers: [row('A', '{X.k}')], parameters: [row('{X.k}', '')] }, ['header A', 'parameter {X.k}']],
  ['a JSON body', { postBody: { kind: 'json', text: '{"a":"{X.k}"}' } }, ['body']],
  ['a form body', { postBody: { kind: 'form', rows: [row('a', '{X.k}'), row('b', '')] } }, ['body row a']],
  ['a multipart file name', { postBody: { kind: 'multipart', rows: [{ ...row('a', ''), fileName: '{X.k}' }] } }, ['body row a']],
  ['a raw body’s type', { postBody: { kind: 'raw', text: '', contentType: '{X.k}' } }, ['body']],
  ['a script that reads the response', { transformScript: 'botContext.getBotVariable("api_X")' }, ['transform script']],
  ['a script that reads a field', { transformScript: "botContext.getBotVariable('X.key')" }, ['transform script']],
  ['a field that reads it', { customDataFields: [{ key: 'k', path: '{$.api_X.a}' }] }, ['custom data field k']],
  ['others with a longer name', { url: 'https://h/{XY.k}/{$.api_XY.a}', transformScript: 'api_XY; "XY.k"; X.key; my_api_X' }, []],
])('finds %s', (_title, draft, places) => {
  const definition = integrationDefinitionSchema.parse({ name: 'Other', responseVariable: 'Other', url: 'https://h/', ...draft });
  expect(findIntegrationUses('X', definition)).toEqual(places);
});
