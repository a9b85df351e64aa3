import { describe, expect, it } from 'vitest';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { buildContent, buildIntegration } from './bot-content.fixture';
import { compileProgram } from './compile-program.rules';
import { describeChanges, toComparedBot } from './describe-changes.rules';

const integrations = [buildIntegration('orders')];
const build = (text = 'Hello', more: object = {}): BotContent =>
  buildContent([
    {
      id: 'd', name: 'Main', starter: { patterns: ['hi', 'hello'] },
      interactions: [
        { kind: 'text', id: 'a', name: 'A', text },
        { kind: 'quick-reply', id: 'b', name: 'B', text: 'Well?', choices: [{ id: 'y', label: 'Yes' }, { id: 'n', label: 'No' }], rules: [{ id: 'r', name: 'Agree', conditions: [{ kind: 'choice', value: 'Yes' }], next: { kind: 'interaction', interactionId: 'a' } }], ...more },
      ],
    },
  ]);
const compare = (before: BotContent, after: BotContent) => describeChanges({ content: before, integrations }, { content: after, integrations });

describe('the difference between two bots', () => {
  it('is none between a bot and its release', () => {
    const content = build();
    expect(describeChanges(toComparedBot(compileProgram(content, integrations, 'bot')), { content: structuredClone(content), integrations })).toEqual([]);
  });

  it('tells that a thing changed, also where nothing of it reads differently', () => {
    const toOther = (dialogId: string) => build('Hello', { next: { kind: 'dialog', dialogId } });
    const withNamesake = (content: BotContent) => ({ ...content, dialogs: { ...content.dialogs, ...buildContent([{ id: 'd2', name: 'Main', interactions: [] }]).dialogs } });
    expect(compare(withNamesake(toOther('d')), withNamesake(toOther('d2')))).toEqual([{ kind: 'changed', what: 'interaction', title: '“B” in “Main”', place: { dialogId: 'd', interactionId: 'b' }, fields: [] }]);
  });

  it('tells changed fields with their texts before and after', () => {
    expect(compare(build(), build('Good day'))).toEqual([
      { kind: 'changed', what: 'interaction', title: '“A” in “Main”', place: { dialogId: 'd', interactionId: 'a' }, fields: [{ label: 'Text', before: 'Hello', after: 'Good day' }] },
    ]);
  });

  it.each<[object, object]>([
    [{ choices: [{ id: 'y', label: 'Yes!' }, { id: 'n', label: 'No' }] }, { label: 'Choice “Yes!” · label', before: 'Yes', after: 'Yes!' }],
    [{ rules: [{ id: 'r', name: 'Agree', conditions: [{ kind: 'choice', value: 'No' }], next: { kind: 'interaction', interactionId: 'a' } }] }, { label: 'Rule “Agree” · condition 1', before: 'choice Yes', after: 'choice No' }],
    [{ rules: [{ id: 'r', name: 'Agree', conditions: [{ kind: 'choice', value: 'Yes' }], next: { kind: 'dialog', dialogId: 'd' } }] }, { label: 'Rule “Agree” · next action', before: 'interaction “A”', after: 'dialog “Main”' }],
    [{ enabled: false }, { label: 'Enabled', before: 'yes', after: 'no' }],
    [{ preProcess: 'var a;' }, { label: 'Pre-Process code', before: '', after: 'var a;' }],
    [{ choices: [{ id: 'n', label: 'No' }, { id: 'y', label: 'Yes' }] }, { label: 'Choices · order', before: '“Yes”\n“No”', after: '“No”\n“Yes”' }],
  ])('names the field in words: %#', (more, field) => {
    expect(compare(build(), build('Hello', more))).toMatchObject([{ kind: 'changed', title: '“B” in “Main”', fields: [field] }]);
  });

  it('tells what came, went and moved', () => {
    const before = build();
    const after = buildContent([
      { id: 'e', name: 'Extra', interactions: [{ kind: 'quick-reply', id: 'b', name: 'B', text: 'Well?', choices: [{ id: 'y', label: 'Yes' }, { id: 'n', label: 'No' }], rules: [{ id: 'r', name: 'Agree', conditions: [{ kind: 'choice', value: 'Yes' }], next: { kind: 'interaction', interactionId: 'a' } }] }] },
      { id: 'd', name: 'Main', starter: { patterns: ['hi'] }, interactions: [{ kind: 'text', id: 'new', name: 'New', text: 'I am new' }] },
    ]);
    expect(compare(before, after)).toMatchObject([
      { kind: 'added', what: 'dialog', title: '“Extra”', fields: expect.arrayContaining([{ label: 'Name', before: '', after: 'Extra' }]) },
      { kind: 'changed', what: 'dialog', title: '“Main”', fields: [{ label: 'Starter · patterns', before: 'hi\nhello', after: 'hi' }] },
      { kind: 'changed', what: 'interaction', title: '“B” in “Extra”', fields: [{ label: 'Dialog', before: '“Main”', after: '“Extra”' }] },
      { kind: 'added', what: 'interaction', title: '“New” in “Main”', fields: expect.arrayContaining([{ label: 'Text', before: '', after: 'I am new' }]) },
      { kind: 'removed', what: 'interaction', title: '“A” in “Main”' },
    ]);
  });

  it('tells integrations, Global Functions, settings, intents and the order of dialogs', () => {
    const before = buildContent([{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }], { intents: { n: { id: 'n', name: 'N', phrases: ['x'] } } });
    const after = buildContent([{ id: 'b', name: 'B' }, { id: 'a', name: 'A' }], { intents: { n: { id: 'n', name: 'N', phrases: ['x', 'y'] } }, globalFunctions: 'var a;', settings: { language: 'de' } });
    const changed = [buildIntegration('orders', { timeoutMs: 5_000 }), buildIntegration('stock')];
    expect(describeChanges({ content: before, integrations }, { content: after, integrations: changed })).toMatchObject([
      { what: 'order-of-dialogs', fields: [{ before: '“A”\n“B”', after: '“B”\n“A”' }] },
      { what: 'intent', title: '“N”', fields: [{ label: 'Phrases', before: 'x', after: 'x\ny' }] },
      { what: 'integration', kind: 'changed', fields: [{ label: 'Timeout ms', before: '20000', after: '5000' }] },
      { what: 'integration', kind: 'added', title: '“stock”' },
      { what: 'global-functions', fields: [{ label: 'Code', before: '', after: 'var a;' }] },
      { what: 'settings', fields: [{ label: 'Language', before: 'en', after: 'de' }] },
    ]);
  });
});
