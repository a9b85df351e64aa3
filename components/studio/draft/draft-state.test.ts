import { produce } from 'immer';
import { describe, expect, it } from 'vitest';

import { listUnsent, openDraftState, withDecision, withSaved, withServer, withStep, type DraftState } from '@/components/studio/draft/draft-state';
import { redoStep, undoStep } from '@/components/studio/draft/undo-stack';
import { botContentSchema, type BotContent } from '@/lib/engine/program/bot-content.schema';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';

const start = botContentSchema.parse({
  dialogIds: ['d1'],
  dialogs: { d1: { id: 'd1', name: 'Hello', interactionIds: ['a', 'b'] } },
  interactions: { a: { kind: 'text', id: 'a', name: 'A', text: 'one' }, b: { kind: 'text', id: 'b', name: 'B', text: 'two' } },
});

const text = (content: BotContent, id: string) => (content.interactions[id] as InteractionOf<'text'> | undefined)?.text;
const setText = (id: string, value: string) => (content: BotContent) => {
  const interaction = content.interactions[id];
  if (interaction?.kind === 'text') interaction.text = value;
};
const remove = (id: string) => (content: BotContent) => {
  delete content.interactions[id];
  for (const dialog of Object.values(content.dialogs)) dialog.interactionIds = dialog.interactionIds.filter((other) => other !== id);
};
const edit = (state: DraftState, recipe: (content: BotContent) => void, step: { label?: string; visit?: number } = {}) =>
  withStep(state, produce(state.content, (content) => void recipe(content)), { label: step.label ?? 'Edit', visit: step.visit ?? null });
const onServer = (recipe: (content: BotContent) => void, version = 2) => ({ content: structuredClone(produce(start, (content) => void recipe(content))), version });
const undo = (state: DraftState): DraftState => {
  const undone = undoStep(state.undo, state.content);
  return undone ? { ...state, content: undone.content, undo: undone.stack } : state;
};
const redo = (state: DraftState): DraftState => {
  const redone = redoStep(state.undo, state.content);
  return redone ? { ...state, content: redone.content, undo: redone.stack } : state;
};
const opened = () => openDraftState({ content: start, version: 1 });

describe('undo', () => {
  it('takes back and does again, step by step', () => {
    const changed = edit(edit(opened(), setText('a', 'x')), remove('b'));
    expect(undo(changed).content.dialogs.d1?.interactionIds).toEqual(['a', 'b']);
    expect(undo(undo(changed)).content).toEqual(start);
    expect(redo(redo(undo(undo(changed)))).content).toEqual(changed.content);
  });

  it('takes a visit to a text field for one step', () => {
    const typed = edit(edit(opened(), setText('a', 'x'), { visit: 1 }), setText('a', 'xy'), { visit: 1 });
    expect(typed.undo.past).toHaveLength(1);
    expect(text(undo(typed).content, 'a')).toBe('one');
    expect(edit(typed, setText('a', 'xyz'), { visit: 2 }).undo.past).toHaveLength(2);
  });

  it('forgets a visit whose typing was taken back in the field', () => {
    const typed = edit(edit(opened(), setText('a', 'x'), { visit: 1 }), setText('a', 'one'), { visit: 1 });
    expect(typed.undo.past).toEqual([]);
  });

  it('leaves alone what somebody else changed meanwhile', () => {
    const mine = edit(opened(), (content) => Object.assign(content.interactions.a ?? {}, { comment: 'mine' }));
    const both = withServer(withSaved(mine, listUnsent(mine), 2), { ...onServer((content) => Object.assign(content.interactions.a ?? {}, { comment: 'mine', delayMs: 500 }), 3) });
    expect(undo(both).content.interactions.a).toMatchObject({ comment: '', delayMs: 500 });
  });

  it('does not bring back what somebody else deleted', () => {
    const mine = edit(opened(), setText('b', 'x'));
    const both = withServer(withSaved(mine, listUnsent(mine), 2), onServer(remove('b'), 3));
    expect(undo(both).content.interactions.b).toBeUndefined();
  });

  it('forgets what could be redone once something new is done', () => {
    expect(edit(undo(edit(opened(), setText('a', 'x'))), setText('b', 'y')).undo.future).toEqual([]);
  });
});

describe('saving', () => {
  it('sends the places that differ, and nothing once they are saved', () => {
    const changed = edit(opened(), setText('a', 'x'));
    const unsent = listUnsent(changed);
    expect(unsent.map(({ place }) => place)).toEqual([['interactions', 'a']]);
    expect(listUnsent(withSaved(changed, unsent, 2))).toEqual([]);
  });

  it('sends what was typed while a save was under way', () => {
    const changed = edit(opened(), setText('a', 'x'));
    const typedOn = edit(changed, setText('a', 'xy'));
    const [rest] = listUnsent(withSaved(typedOn, listUnsent(changed), 2));
    expect(rest).toMatchObject({ before: { text: 'x' }, after: { text: 'xy' } });
  });

  it('notices that somebody else saved in between', () => {
    const changed = edit(opened(), setText('a', 'x'));
    expect(withSaved(changed, listUnsent(changed), 3).isBehind).toBe(true);
  });

  it('does not send a refused value again until it has changed', () => {
    const changed = edit(opened(), setText('a', 'x'));
    const [change] = listUnsent(changed);
    const refused = { ...changed, refusals: [{ place: change?.place ?? ['settings'], value: change?.after ?? null, message: 'Too long.' }] } satisfies DraftState;
    expect(listUnsent(refused)).toEqual([]);
    expect(listUnsent(edit(refused, setText('a', 'y')))).toHaveLength(1);
  });
});

describe('another window', () => {
  it('brings its changes, and own unsaved ones stay', () => {
    const both = withServer(edit(opened(), setText('a', 'mine')), onServer(setText('b', 'theirs')));
    expect([text(both.content, 'a'), text(both.content, 'b')]).toEqual(['mine', 'theirs']);
    expect(listUnsent(both).map(({ place }) => place)).toEqual([['interactions', 'a']]);
    expect(both.conflicts).toEqual([]);
  });

  it('may change another member of the same interaction', () => {
    const both = withServer(edit(opened(), setText('a', 'mine')), onServer((content) => Object.assign(content.interactions.a ?? {}, { name: 'Theirs' })));
    expect(both.content.interactions.a).toMatchObject({ name: 'Theirs', text: 'mine' });
    expect(both.conflicts).toEqual([]);
  });

  it('may add an interaction to the dialog to which one was added here', () => {
    const add = (id: string) => (content: BotContent) => {
      content.interactions[id] = { ...structuredClone(start.interactions.a as InteractionOf<'text'>), id };
      content.dialogs.d1?.interactionIds.push(id);
    };
    const both = withServer(edit(opened(), add('mine')), onServer(add('theirs')));
    expect(new Set(both.content.dialogs.d1?.interactionIds)).toEqual(new Set(['a', 'b', 'mine', 'theirs']));
  });

  it('does not bring back an older draft that was asked for before a save and arrives after it', () => {
    const changed = edit(opened(), setText('a', 'mine'));
    const saved = withSaved(changed, listUnsent(changed), 2);
    expect(withServer(saved, { content: structuredClone(start), version: 1 })).toBe(saved);
  });

  it('keeps what did not change the same object', () => {
    const both = withServer(opened(), onServer(setText('b', 'theirs')));
    expect(both.content.interactions.a).toBe(start.interactions.a);
  });
});

describe('a conflict', () => {
  const clash = () => withServer(edit(opened(), setText('a', 'mine')), onServer(setText('a', 'theirs')));

  it('shows mine, saves nothing and keeps theirs until one decides', () => {
    const state = clash();
    expect(text(state.content, 'a')).toBe('mine');
    expect(text(state.base, 'a')).toBe('theirs');
    expect(listUnsent(state)).toEqual([]);
  });

  it('does not hold up other places', () => {
    expect(listUnsent(edit(clash(), setText('b', 'x'))).map(({ place }) => place)).toEqual([['interactions', 'b']]);
  });

  it('sends mine over theirs when mine is kept', () => {
    expect(listUnsent(withDecision(clash(), ['interactions', 'a'], 'mine'))).toMatchObject([{ before: { text: 'theirs' }, after: { text: 'mine' } }]);
  });

  it('shows theirs when it is taken, and undo brings mine back', () => {
    const taken = withDecision(clash(), ['interactions', 'a'], 'theirs');
    expect(text(taken.content, 'a')).toBe('theirs');
    expect(listUnsent(taken)).toEqual([]);
    expect(text(undo(taken).content, 'a')).toBe('mine');
  });

  it('brings an interaction that they deleted back to its place when mine is kept', () => {
    const state = withServer(edit(opened(), setText('a', 'mine')), onServer(remove('a')));
    expect(state.conflicts).toHaveLength(1);
    const kept = withDecision(state, ['interactions', 'a'], 'mine');
    expect(kept.content.dialogs.d1?.interactionIds).toEqual(['a', 'b']);
    expect(text(kept.content, 'a')).toBe('mine');
  });

  it('deletes what they deleted when theirs is taken', () => {
    const state = withServer(edit(opened(), setText('a', 'mine')), onServer(remove('a')));
    const taken = withDecision(state, ['interactions', 'a'], 'theirs');
    expect(taken.content.interactions.a).toBeUndefined();
    expect(listUnsent(taken)).toEqual([]);
  });

  it('is over when they come to say the same', () => {
    expect(withServer(clash(), onServer(setText('a', 'mine'), 3)).conflicts).toEqual([]);
  });
});
