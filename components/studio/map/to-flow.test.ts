import { expect, test } from 'vitest';

import { buildBotGraph } from '@/components/studio/map/build-bot-graph';
import { layoutBotGraph } from '@/components/studio/map/layout-bot-graph';
import { toFlow } from '@/components/studio/map/to-flow';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';

const content = botContentSchema.parse({
  dialogIds: ['d'],
  dialogs: { d: { id: 'd', name: 'Start', interactionIds: ['a', 'b'] } },
  interactions: { a: { kind: 'text', id: 'a', name: 'One', text: '1' }, b: { kind: 'text', id: 'b', name: 'Two', text: '2', next: { kind: 'interaction', interactionId: 'gone' } } },
});

test('arrows run over the box of a dialog and behind every name, also those of the path', () => {
  const graph = buildBotGraph(content, new Map());
  const look = { layout: layoutBotGraph(graph, { collapsedIds: new Set() }), collapsedIds: new Set<string>(), problemsByDialog: new Map(), problemsByInteraction: new Map(), foundIds: new Set<string>(), onToggle: () => undefined };
  for (const path of [null, { dialogIds: new Set(['d']), interactionIds: new Set(['a', 'b']), ruleIds: new Set<string>(), conversationId: 'c', turnNumber: 1, lastInteractionId: 'b' }]) {
    const { nodes, edges } = toFlow(graph, { ...look, path });
    const layers = edges.map(({ zIndex = 0 }) => zIndex);
    for (const { type, zIndex = 0 } of nodes) {
      if (type === 'ground') expect(zIndex).toBeLessThan(Math.min(...layers));
      else expect(zIndex).toBeGreaterThan(Math.max(...layers));
    }
    expect(nodes.map(({ type }) => type)).toEqual(['ground', 'dialog', 'interaction', 'interaction', 'missing']);
  }
});
