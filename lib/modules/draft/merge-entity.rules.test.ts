import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import { mergeEntity } from './merge-entity.rules';

const base = { kind: 'text', name: 'A', text: 'Hello', rules: [{ id: 'r1', name: 'one' }, { id: 'r2', name: 'two' }], interactionIds: ['a', 'b', 'c'], patterns: ['x'] };
const merge = (mine: JsonValue, theirs: JsonValue) => mergeEntity(base, mine, theirs);

describe('merging two people’s changes of one thing', () => {
  it.each<[string, JsonValue, JsonValue, JsonValue]>([
    ['of different members', { ...base, name: 'B' }, { ...base, text: 'Bye' }, { ...base, name: 'B', text: 'Bye' }],
    ['that are the same', { ...base, name: 'B' }, { ...base, name: 'B' }, { ...base, name: 'B' }],
    ['of different entries', { ...base, rules: [{ id: 'r1', name: 'mine' }, { id: 'r2', name: 'two' }] }, { ...base, rules: [{ id: 'r1', name: 'one' }, { id: 'r2', name: 'theirs' }] }, { ...base, rules: [{ id: 'r1', name: 'mine' }, { id: 'r2', name: 'theirs' }] }],
    ['that add to one list', { ...base, interactionIds: ['a', 'm', 'b', 'c'] }, { ...base, interactionIds: ['a', 'b', 'c', 't'] }, { ...base, interactionIds: ['a', 'm', 'b', 'c', 't'] }],
    ['that remove from one list', { ...base, interactionIds: ['a', 'c'] }, { ...base, interactionIds: ['a', 'b'] }, { ...base, interactionIds: ['a'] }],
    ['that move and add', { ...base, interactionIds: ['c', 'a', 'b'] }, { ...base, interactionIds: ['a', 'b', 't', 'c'] }, { ...base, interactionIds: ['c', 'a', 'b', 't'] }],
    ['by one only', base, { ...base, patterns: [] }, { ...base, patterns: [] }],
    ['of what is not there for one', null, base, null],
  ])('keeps both when they are %s', (_, mine, theirs, merged) => {
    expect(merge(mine, theirs)).toEqual({ merged, conflicts: [] });
  });

  it.each<[string, JsonValue, JsonValue, JsonValue, string[]]>([
    ['one text', { ...base, text: 'Mine', name: 'B' }, { ...base, text: 'Theirs' }, { ...base, text: 'Mine', name: 'B' }, ['text']],
    ['one entry', { ...base, rules: [{ id: 'r1', name: 'mine' }] }, { ...base, rules: [{ id: 'r1', name: 'theirs' }, { id: 'r2', name: 'two' }] }, { ...base, rules: [{ id: 'r1', name: 'mine' }] }, ['rules.r1.name']],
    ['an entry that the other removed', { ...base, rules: [{ id: 'r1', name: 'mine' }, { id: 'r2', name: 'two' }] }, { ...base, rules: [{ id: 'r2', name: 'two' }] }, { ...base, rules: [{ id: 'r1', name: 'mine' }, { id: 'r2', name: 'two' }] }, ['rules.r1']],
    ['an entry that one removed', { ...base, rules: [{ id: 'r2', name: 'two' }] }, { ...base, rules: [{ id: 'r1', name: 'theirs' }, { id: 'r2', name: 'two' }] }, { ...base, rules: [{ id: 'r1', name: 'theirs' }, { id: 'r2', name: 'two' }] }, ['rules.r1']],
    ['the kind', { kind: 'image', name: 'A', url: '' }, { ...base, text: 'Theirs' }, { kind: 'image', name: 'A', url: '' }, ['']],
    ['a thing that the other deleted', { ...base, name: 'B' }, null, { ...base, name: 'B' }, ['']],
  ])('keeps mine and says so when both changed %s', (_, mine, theirs, merged, conflicts) => {
    expect(merge(mine, theirs)).toEqual({ merged, conflicts });
  });
});
