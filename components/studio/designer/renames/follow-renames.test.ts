import { describe, expect, test } from 'vitest';

import { findRenames, followRenames } from '@/components/studio/designer/renames/follow-renames';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';
import { integrationDefinitionSchema, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

const definition = integrationDefinitionSchema.parse({
  name: 'Accounts',
  responseVariable: 'OLD',
  url: 'https://bank.example/',
  customDataFields: [{ key: 'name', path: '{$.api_OLD.accounts[i].name}' }, { key: 'sum', path: 'accounts[i].sum' }],
});
const change = (parts: Partial<IntegrationDefinition>): IntegrationDefinition => ({ ...definition, ...parts });
const other = { id: 'other', version: 3, definition: integrationDefinitionSchema.parse({ name: 'Other', responseVariable: 'OTHER', url: 'https://bank.example/{OLD.name}' }) };

function buildContent(text: string) {
  return botContentSchema.parse({
    dialogIds: ['d'],
    dialogs: { d: { id: 'd', name: 'D', interactionIds: ['t'] } },
    interactions: { t: { id: 't', kind: 'text', name: 'T', text, next: { kind: 'end' }, preProcess: "botContext.getBotVariable('api_OLD');" } },
  });
}

describe('findRenames', () => {
  test('tells a renamed response variable, whose paths followed it, from a renamed field', () => {
    const saved = change({ responseVariable: 'NEW', customDataFields: [{ key: 'name', path: '{$.api_NEW.accounts[i].name}' }, { key: 'total', path: 'accounts[i].sum' }] });
    expect(findRenames(definition, saved)).toEqual([{ kind: 'response-variable', from: 'OLD', to: 'NEW' }, { kind: 'field', from: 'sum', to: 'total' }]);
  });

  test('a field that is gone, and one with another path, are no renames', () => {
    expect(findRenames(definition, change({ customDataFields: [{ key: 'total', path: 'elsewhere' }] }))).toEqual([]);
  });
});

describe('followRenames', () => {
  test('texts, scripts and other integrations follow the response variable and the field at once', () => {
    const saved = { id: 'i', version: 2, definition: change({ responseVariable: 'NEW', customDataFields: [{ key: 'title', path: '{$.api_NEW.accounts[i].name}' }] }) };
    const edited = followRenames(buildContent('{OLD.name} of {OLD.name.count}'), [saved, other], { before: definition, saved });
    expect(edited?.content.interactions.t).toMatchObject({ text: '{NEW.title} of {NEW.title.count}', preProcess: "botContext.getBotVariable('api_NEW');" });
    expect(edited?.integrations).toMatchObject([{ id: 'other', version: 3, definition: { url: 'https://bank.example/{NEW.title}' } }]);
  });

  test('where nothing names the old name there is nothing to do', () => {
    const saved = { id: 'i', version: 2, definition: change({ customDataFields: [{ key: 'title', path: '{$.api_OLD.accounts[i].name}' }] }) };
    expect(followRenames(buildContent('hello'), [saved], { before: definition, saved })).toBeNull();
  });
});
