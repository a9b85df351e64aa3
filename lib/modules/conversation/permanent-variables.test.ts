import { describe, expect, test } from 'vitest';
import type { StoredPermanentVariable } from './active-conversation.store';
import { createPermanentVariables, type PermanentOwner } from './permanent-variables';

const ADA: PermanentOwner = { botId: 'bot', kind: 'live', consumerId: 'ada' };

/** A database of one person's variables, whose answers can be held back. */
function openVariables({ isOnlyWriter = true }: { isOnlyWriter?: boolean } = {}) {
  const place = { stored: {} as Record<string, StoredPermanentVariable[]>, persons: {} as Record<string, string>, nowMs: 1_000, loadCount: 0, held: null as Promise<void> | null };
  const variables = createPermanentVariables({
    clock: { nowMs: () => place.nowMs },
    isOnlyWriter,
    findPersonId: (consumerId) => Promise.resolve(place.persons[consumerId] ?? consumerId),
    async list({ personId }) {
      place.loadCount += 1;
      const found = place.stored[personId] ?? [];
      await place.held;
      return found;
    },
  });
  return { ...variables, place };
}

const colour = (value: string, expiresAtMs = 5_000): StoredPermanentVariable => ({ name: 'colour', value, expiresAtMs });

describe('permanent variables', () => {
  test('are read once until they change', async () => {
    const { read, changed, place } = openVariables();
    expect(await read(ADA)).toEqual({});
    expect(await read(ADA)).toEqual({});
    expect(place.loadCount).toBe(1);
    place.stored.ada = [colour('red')];
    changed(ADA);
    expect(await read(ADA)).toEqual({ colour: 'red' });
    expect(place.loadCount).toBe(2);
  });

  test('are read each time where other processes write too', async () => {
    const { read, place } = openVariables({ isOnlyWriter: false });
    await read(ADA);
    place.stored.ada = [colour('red')];
    expect(await read(ADA)).toEqual({ colour: 'red' });
  });

  test('end at their time, remembered or not', async () => {
    const { read, place } = openVariables();
    place.stored.ada = [colour('red', 2_000)];
    expect(await read(ADA)).toEqual({ colour: 'red' });
    place.nowMs = 2_000;
    expect(await read(ADA)).toEqual({});
  });

  test('that change while they are read are read again', async () => {
    const { read, changed, place } = openVariables();
    await read(ADA);
    changed(ADA);
    let letGo: () => void = () => undefined;
    place.held = new Promise((resolve) => (letGo = resolve));
    const before = read(ADA);
    await new Promise(setImmediate);
    place.stored.ada = [colour('red')];
    changed(ADA);
    const after = read(ADA);
    letGo();
    expect(await before).toEqual({});
    expect(await after).toEqual({ colour: 'red' });
    expect(await read(ADA)).toEqual({ colour: 'red' });
  });

  test('that one consumer changes are changed for all who are the same person', async () => {
    const { read, changed, place } = openVariables();
    place.persons.anonymous = 'ada';
    const anonymous = { ...ADA, consumerId: 'anonymous' };
    await Promise.all([read(ADA), read(anonymous)]);
    place.stored.ada = [colour('red')];
    changed(anonymous);
    expect(await read(ADA)).toEqual({ colour: 'red' });
  });

  test('are looked for anew when consumers turn out to be one person', async () => {
    const { read, merged, place } = openVariables();
    const anonymous = { ...ADA, consumerId: 'anonymous' };
    expect(await read(anonymous)).toEqual({});
    place.stored.ada = [colour('red')];
    place.persons.anonymous = 'ada';
    merged();
    expect(await read(anonymous)).toEqual({ colour: 'red' });
  });

  test('of a preview are apart from those of its consumer’s live conversations', async () => {
    const { read, place } = openVariables();
    place.persons.ada = 'somebody';
    place.stored.somebody = [colour('red')];
    expect(await read({ ...ADA, kind: 'preview' })).toEqual({});
    expect(await read(ADA)).toEqual({ colour: 'red' });
  });

  test('that could not be read are asked for again', async () => {
    const { read, place } = openVariables();
    place.held = Promise.reject(new Error('the disk is full'));
    await expect(read(ADA)).rejects.toThrow('the disk is full');
    place.held = null;
    expect(await read(ADA)).toEqual({});
  });

  test('that are long are not kept in memory', async () => {
    const { read, place } = openVariables();
    place.stored.ada = [colour('x'.repeat(5_000))];
    await read(ADA);
    await read(ADA);
    expect(place.loadCount).toBe(2);
  });
});
