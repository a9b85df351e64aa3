import { produce } from 'immer';
import { describe, expect, it } from 'vitest';

import { buildBotNames } from '@/components/studio/builder/model/bot-names';
import { changeKind, listLost } from '@/components/studio/builder/model/change-kind';
import { describeRule } from '@/components/studio/builder/model/describe-condition';
import { describeNext } from '@/components/studio/builder/model/describe-next';
import { buildInteraction, deleteInteractions, findStepIndex, insertInteractions, moveTogether } from '@/components/studio/builder/model/edit-interactions';
import { freeName } from '@/components/studio/builder/model/free-name';
import { kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import { newInteraction } from '@/components/studio/builder/model/new-interaction';
import { extendTo, findNeighbour, keepExisting, selectOne, toggle } from '@/components/studio/builder/model/selection';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';
import { interactionSchema, type InteractionKind } from '@/lib/engine/program/interaction.schema';
import { ruleSchema } from '@/lib/engine/program/rule.schema';

const kinds = Object.keys(kindLooks) as InteractionKind[];
const content = botContentSchema.parse({
  dialogIds: ['d'],
  dialogs: { d: { id: 'd', name: 'Main', interactionIds: ['a', 'b'] } },
  interactions: { a: { kind: 'text', id: 'a', name: 'Text', text: '' }, b: { kind: 'text', id: 'b', name: 'Bye', text: '' } },
});
const rule = (parts: object) => ruleSchema.parse({ id: 'r', ...parts });

describe('interactions', () => {
  it.each(kinds)('a new %s fits its schema', (kind) => {
    expect(interactionSchema.parse(newInteraction(kind, 'x', 'X'))).toMatchObject({ kind, id: 'x', name: 'X', enabled: true });
  });

  it.each(kinds)('any kind can become %s and keeps its name, comment and scripts', (kind) => {
    for (const from of kinds) {
      const before = { ...newInteraction(from, 'x', 'X'), comment: 'why', preProcess: 'a()' };
      expect(changeKind(before, kind)).toMatchObject({ kind, id: 'x', name: 'X', comment: 'why', preProcess: 'a()' });
    }
  });

  it('keep text, rules and choices when a quick reply becomes buttons, and back', () => {
    const question = interactionSchema.parse({ kind: 'quick-reply', id: 'q', name: 'Q', text: 'Sure?', choices: [{ id: 'c', label: 'Yes', payload: 'y' }], rules: [{ id: 'r' }] });
    const buttons = changeKind(question, 'button');
    expect(buttons).toMatchObject({ text: 'Sure?', rules: [{ id: 'r' }], buttons: [{ label: 'Yes', action: { kind: 'postback', callback: 'y' } }] });
    expect(changeKind(buttons, 'quick-reply')).toEqual(question);
  });

  it.each([
    ['text', { kind: 'quick-reply', text: 'Sure?', choices: [{ id: 'c', label: 'Yes' }], rules: [{ id: 'r' }, { id: 's' }], fallbackResponse: 'Pardon?' }, ['its fallback response', '2 rules', '1 choice']],
    ['button', { kind: 'quick-reply', text: 'Sure?', choices: [{ id: 'c', label: 'Yes', payload: 'y' }], rules: [{ id: 'r' }] }, []],
    ['quick-reply', { kind: 'button', text: 'Sure?', buttons: [{ id: 'b', label: 'Site', action: { kind: 'web-url', url: 'https://example.com' } }] }, ['where its buttons lead']],
    ['button', { kind: 'drop-down', text: 'Sure?', choices: [{ id: 'c', label: 'Yes', imageUrl: 'https://example.com/a.png' }] }, ['the images of its choices']],
    ['agent-transfer', { kind: 'text', text: 'One moment.' }, []],
    ['text', { kind: 'agent-transfer', message: 'One moment.', skillId: 'cards' }, ['settings of the former type']],
    ['text', { kind: 'integration', integrationId: 'i' }, ['its integration']],
    ['image', { kind: 'text', text: 'Hello' }, ['its text']],
    ['text', { kind: 'text-question', text: '' }, []],
  ] as const)('changed to %s tell what is lost: %j', (kind, parts, lost) => {
    const before = interactionSchema.parse({ id: 'x', name: 'X', ...parts });
    expect(listLost(before, changeKind(before, kind))).toEqual(lost);
  });

  it('get a free name and stand behind the one named, or first', () => {
    const added = buildInteraction(content, 'text', 'new');
    expect(added.name).toBe('Text 2');
    const after = produce(content, (next) => insertInteractions(next, { dialogId: 'd', afterId: 'a' }, [added]));
    expect(after.dialogs.d?.interactionIds).toEqual(['a', 'new', 'b']);
    const first = produce(content, (next) => insertInteractions(next, { dialogId: 'd', afterId: null }, [added]));
    expect(first.dialogs.d?.interactionIds).toEqual(['new', 'a', 'b']);
    expect(produce(after, (next) => deleteInteractions(next, 'd', ['new']))).toEqual(content);
  });

  it.each([
    [['b'], 0, 'bacd'],
    [['a', 'c'], 4, 'bdac'],
    [['c', 'b'], 0, 'bcad'],
    [['a'], 1, 'abcd'],
  ])('%j moved to before place %i gives %s', (ids, toIndex, expected) => {
    expect(moveTogether([...'abcd'], ids, toIndex).join('')).toBe(expected);
  });

  it('move one step until the end', () => {
    expect(moveTogether([...'abc'], ['b'], findStepIndex([...'abc'], ['b'], 'down') ?? 0).join('')).toBe('acb');
    expect(moveTogether([...'abc'], ['b'], findStepIndex([...'abc'], ['b'], 'up') ?? 0).join('')).toBe('bac');
    expect(findStepIndex([...'abc'], ['a'], 'up')).toBeNull();
    expect(findStepIndex([...'abc'], ['c'], 'down')).toBeNull();
  });
});

describe('freeName', () => {
  it.each([
    ['Text', [], 'Text'],
    ['Text', ['text'], 'Text 2'],
    ['Text 2', ['Text', 'Text 2', 'Text 3'], 'Text 4'],
  ])('%s beside %j is %s', (wanted, taken, expected) => {
    expect(freeName(wanted, taken)).toBe(expected);
  });
});

describe('selection', () => {
  const order = [...'abcd'];
  it('extends from its anchor in both directions', () => {
    expect(extendTo(extendTo(selectOne('b'), 'd', order), 'a', order)).toEqual({ activeId: 'a', anchorId: 'b', ids: ['a', 'b'] });
  });
  it('takes single ones in and out', () => {
    expect(toggle(toggle(selectOne('a'), 'c'), 'c')).toEqual(selectOne('a'));
  });
  it('goes on with what is left', () => {
    expect(keepExisting(extendTo(selectOne('a'), 'c', order), ['a', 'b'])).toEqual(selectOne('b'));
    expect(findNeighbour(order, ['b', 'c'])).toBe('d');
    expect(findNeighbour(order, ['d'])).toBe('c');
    expect(findNeighbour(['a'], ['a'])).toBeNull();
  });
});

describe('words', () => {
  it('say what a rule asks', () => {
    const asks = rule({ conditions: [{ kind: 'choice', value: 'Yes' }, { kind: 'pattern', patterns: ['y*', 'ok'] }], variableConditions: [{ variable: 'age', operator: 'less-than', value: '18' }] });
    expect(describeRule(asks, content)).toBe('chose “Yes” or y* or ok, age is less than “18”');
    expect(describeRule(rule({ conditions: [{ kind: 'api-outcome', outcomes: ['http-failure'], statuses: [429] }] }), content)).toBe('HTTP 429');
    expect(describeRule(rule({ name: 'Mine' }), content)).toBe('Mine');
    expect(describeRule(rule({}), content)).toBe('No condition yet');
  });
  it('say where a next action leads, and that it leads nowhere', () => {
    expect(describeNext({ kind: 'interaction', interactionId: 'b' }, buildBotNames(content))).toEqual({ text: 'Bye', isBroken: false, dialogId: 'd', interactionId: 'b' });
    expect(describeNext({ kind: 'dialog', dialogId: 'gone' }, buildBotNames(content))).toMatchObject({ isBroken: true });
  });
});
