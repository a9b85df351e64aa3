import { Graph, layout } from '@dagrejs/dagre';
import type { BotGraph, GraphArrow } from '@/components/studio/map/bot-graph';

/** Where something is drawn, in pixels from the map's upper left; of interactions from their dialog's. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Places of everything in a map, by id. */
export interface GraphLayout {
  dialogs: Map<string, Box>;
  interactions: Map<string, Box>;
}

const NODE_WIDTH = 210;
const NODE_HEIGHT = 54;
/** Room for a dialog's name over its interactions. */
const HEAD_HEIGHT = 46;
const PADDING = 14;
const GAP = 28;

/** What is shown closed: its name only. */
export interface LayoutChoices {
  collapsedIds: ReadonlySet<string>;
}

/**
 * Places interactions within their dialogs from top to bottom as the flow goes, and dialogs from left to right as they lead to each other.
 * The same graph is always placed the same way.
 */
export function layoutBotGraph(graph: BotGraph, { collapsedIds }: LayoutChoices): GraphLayout {
  const interactions = new Map<string, Box>();
  const sizes = new Map<string, { width: number; height: number }>();
  for (const { id, interactionIds } of graph.dialogs) {
    if (collapsedIds.has(id) || interactionIds.length === 0) {
      sizes.set(id, { width: NODE_WIDTH + 2 * PADDING, height: HEAD_HEIGHT });
      continue;
    }
    sizes.set(id, placeInteractions(interactions, interactionIds, graph.arrows));
  }
  return { dialogs: placeDialogs(graph, sizes), interactions };
}

function placeInteractions(places: Map<string, Box>, ids: readonly string[], arrows: readonly GraphArrow[]): { width: number; height: number } {
  const own = new Set(ids);
  const drawing = new Graph({ multigraph: true }).setGraph({ rankdir: 'TB', nodesep: GAP, ranksep: GAP }).setDefaultEdgeLabel(() => ({}));
  for (const id of ids) drawing.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const { id, fromInteractionId, to } of arrows) {
    if (own.has(fromInteractionId) && own.has(to.id) && fromInteractionId !== to.id) drawing.setEdge(fromInteractionId, to.id, {}, id);
  }
  layout(drawing);
  let width = 0;
  let height = 0;
  for (const id of ids) {
    const { x, y } = drawing.node(id);
    const box = { x: (x ?? 0) - NODE_WIDTH / 2 + PADDING, y: (y ?? 0) - NODE_HEIGHT / 2 + HEAD_HEIGHT, width: NODE_WIDTH, height: NODE_HEIGHT };
    places.set(id, box);
    width = Math.max(width, box.x + NODE_WIDTH + PADDING);
    height = Math.max(height, box.y + NODE_HEIGHT + PADDING);
  }
  return { width, height };
}

function placeDialogs({ dialogs, interactions, arrows }: BotGraph, sizes: ReadonlyMap<string, { width: number; height: number }>): Map<string, Box> {
  const dialogIdByInteraction = new Map(interactions.map(({ id, dialogId }) => [id, dialogId]));
  const drawing = new Graph().setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 110 }).setDefaultEdgeLabel(() => ({}));
  for (const { id } of dialogs) drawing.setNode(id, { ...sizes.get(id) });
  for (const { fromInteractionId, to } of arrows) {
    const from = dialogIdByInteraction.get(fromInteractionId);
    const target = to.kind === 'dialog' ? to.id : dialogIdByInteraction.get(to.id);
    if (from !== undefined && target !== undefined && from !== target) drawing.setEdge(from, target);
  }
  layout(drawing);
  return new Map(
    dialogs.map(({ id }) => {
      const { x, y } = drawing.node(id);
      const { width, height } = sizes.get(id) ?? { width: 0, height: 0 };
      return [id, { x: (x ?? 0) - width / 2, y: (y ?? 0) - height / 2, width, height }];
    }),
  );
}
