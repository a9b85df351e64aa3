import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { botContentSchema, emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { applyChanges } from './apply-changes.rules';
import { diffContent, invertChanges } from './diff-content.rules';

const id = fc.constantFrom('a', 'b', 'c', 'd');
const contents = fc
  .record({
    settings: fc.record({ language: fc.constantFrom('en', 'de'), sessionLengthMinutes: fc.integer({ min: 1, max: 99 }) }),
    globalFunctions: fc.string(),
    dialogIds: fc.uniqueArray(id),
    dialogs: fc.dictionary(id, fc.record({ name: fc.string({ maxLength: 9 }), interactionIds: fc.array(id), returnsToPrevious: fc.boolean() })),
    interactions: fc.dictionary(id, fc.record({ kind: fc.constantFrom('text', 'text-question'), name: fc.string({ maxLength: 9 }), text: fc.string() })),
    intents: fc.dictionary(id, fc.record({ name: fc.string({ maxLength: 9 }), phrases: fc.array(fc.string({ maxLength: 9 })) })),
    vendor: fc.option(fc.dictionary(id, fc.integer()), { nil: undefined }),
  })
  .map(({ dialogs, interactions, intents, ...rest }) => botContentSchema.parse({ ...rest, dialogs: withIds(dialogs), interactions: withIds(interactions), intents: withIds(intents) }));

function withIds<Value extends object>(record: Record<string, Value>) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, { ...value, id: key }]));
}

describe('changes between any two contents', () => {
  it('lead from one to the other, and inverted back again', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const changes = diffContent(before, after);
        expect(applyChanges(before, changes)).toEqual(after);
        expect(applyChanges(after, invertChanges(changes))).toEqual(before);
        expect(diffContent(after, applyChanges(before, changes))).toEqual([]);
      }),
    );
  });

  it('leave the contents as they were and share what does not change', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const copy = structuredClone(before);
        const changed = applyChanges(before, diffContent(before, after));
        expect(before).toEqual(copy);
        for (const [key, interaction] of Object.entries(before.interactions)) {
          if (JSON.stringify(interaction) === JSON.stringify(after.interactions[key])) expect(changed.interactions[key]).toBe(interaction);
        }
      }),
    );
  });

  it('of the same content are none, however it came about', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(diffContent(content, structuredClone(content))).toEqual([]);
      }),
    );
  });

  it('name one place each', () => {
    const before = emptyBotContent();
    const after = botContentSchema.parse({ dialogIds: ['d'], dialogs: { d: { id: 'd', name: 'D' } }, settings: { language: 'de' } });
    expect(diffContent(before, after).map(({ place }) => place)).toEqual([['settings'], ['dialogIds'], ['dialogs', 'd']]);
  });
});
