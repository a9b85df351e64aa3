import { describe, expect, test } from 'vitest';

import { buildBotGraph } from '@/components/studio/map/build-bot-graph';
import { findInGraph } from '@/components/studio/map/find-in-graph';
import { layoutBotGraph } from '@/components/studio/map/layout-bot-graph';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';

const base = { dialogIds: ['d', 'e'], dialogs: { d: { id: 'd', name: 'Start', starter: { patterns: ['hi', 'hello'] }, interactionIds: ['a', 'b', 'c'] }, e: { id: 'e', name: 'End', interactionIds: ['f'] } } };
const content = botContentSchema.parse({
  ...base,
  interactions: {
    a: { kind: 'text', id: 'a', name: 'Greet', text: '<b>Hello</b>  there', preProcess: "botContext.setTriggerNextMessage('Bye'); botContext.setTriggerNextMessage('Nowhere');" },
    b: { kind: 'integration', id: 'b', name: 'Ask', integrationId: 'i', rules: [{ id: 'r', name: 'Failure', next: { kind: 'dialog', dialogId: 'e' } }], next: { kind: 'interaction', interactionId: 'gone' } },
    c: { kind: 'text', id: 'c', name: 'Done', text: '', next: { kind: 'close-conversation' } },
    f: { kind: 'text', id: 'f', name: 'Bye', text: 'Bye' },
  },
});
const graph = buildBotGraph(content, new Map([['i', 'Accounts']]));

describe('the graph of a bot', () => {
  test('has an arrow for the order, next actions, rules and scripts, broken ones too', () => {
    expect(graph.arrows.map(({ fromInteractionId, to, by, label }) => `${fromInteractionId} ${by} ${to.kind} ${to.id} ${label}`.trim())).toEqual([
      'a order interaction b',
      'a script interaction f script',
      'a script missing Nowhere script',
      'b rule dialog e Failure',
      'b next-action missing gone otherwise',
    ]);
  });

  test('tells in a line what is said, what is called, and what ends', () => {
    expect(graph.interactions.map(({ line, ends }) => [line, ends])).toEqual([['Hello there', []], ['Accounts', []], ['', ['Close Conversation']], ['Bye', []]]);
    expect(graph.dialogs.map(({ starter }) => starter)).toEqual(['“hi” and 1 more', '']);
  });

  test('is found by name and by words', () => {
    expect([...findInGraph(graph, 'HELLO')]).toEqual(['a']);
    expect([...findInGraph(graph, '“hi')]).toEqual(['d']);
    expect([...findInGraph(graph, ' ')]).toEqual([]);
  });

  test('is laid out without overlaps, interactions within their dialogs', () => {
    const { dialogs, interactions } = layoutBotGraph(graph, { collapsedIds: new Set() });
    const [d, e] = [dialogs.get('d'), dialogs.get('e')];
    expect(d && e && (d.x + d.width <= e.x || d.y + d.height <= e.y)).toBe(true);
    for (const id of ['a', 'b', 'c']) {
      const box = interactions.get(id);
      expect(box && d && box.x >= 0 && box.x + box.width <= d.width && box.y >= 0 && box.y + box.height <= d.height).toBe(true);
    }
    expect((interactions.get('a')?.y ?? 0) < (interactions.get('b')?.y ?? 0)).toBe(true);
  });

  test('leaves out the interactions of closed dialogs', () => {
    expect([...layoutBotGraph(graph, { collapsedIds: new Set(['d']) }).interactions.keys()]).toEqual(['f']);
  });

  test('of 200 interactions is laid out at once', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `n${index}`);
    const large = botContentSchema.parse({ dialogIds: ['d'], dialogs: { d: { id: 'd', name: 'Long', interactionIds: ids } }, interactions: Object.fromEntries(ids.map((id) => [id, { kind: 'text', id, name: id, text: id }])) });
    expect(layoutBotGraph(buildBotGraph(large, new Map()), { collapsedIds: new Set() }).interactions.size).toBe(200);
  });
});
