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
export const HEAD_HEIGHT = 46;
const PADDING = 14;
const GAP = 28;

/** What is shown closed: its name only. */
export interface LayoutChoices {
  collapsedIds: ReadonlySet<string>;
}

/**
 * Places interactions within their dialogs from top to bottom as the flow goes, and dialogs likewise as they lead to each other; dialogs
 * that stand alone come last, in rows.
 * The same graph is always placed the same way.
 */
export function layoutBotGraph(graph: BotGraph, { collapsedIds }: LayoutChoices): GraphLayout {
  const interactions = new Map<string, Box>();
  const sizes = new Map<string, Size>();
  for (const { id, interactionIds } of graph.dialogs) {
    if (collapsedIds.has(id) || interactionIds.length === 0) {
      sizes.set(id, { width: NODE_WIDTH + 2 * PADDING, height: HEAD_HEIGHT });
      continue;
    }
    sizes.set(id, placeInteractions(interactions, interactionIds, graph.arrows));
  }
  return { dialogs: placeDialogs(graph, sizes), interactions };
}

function placeInteractions(places: Map<string, Box>, ids: readonly string[], arrows: readonly GraphArrow[]): Size {
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

/** Dialogs that nothing leads to or from stand in rows of this width under the others. */
const ROW_WIDTH_MIN = 1_600;
const DIALOG_GAP = 60;

function placeDialogs({ dialogs, interactions, arrows }: BotGraph, sizes: ReadonlyMap<string, Size>): Map<string, Box> {
  const dialogIdByInteraction = new Map(interactions.map(({ id, dialogId }) => [id, dialogId]));
  const ways = arrows.flatMap(({ fromInteractionId, to }) => {
    const from = dialogIdByInteraction.get(fromInteractionId);
    const target = to.kind === 'dialog' ? to.id : dialogIdByInteraction.get(to.id);
    return from !== undefined && target !== undefined && from !== target ? [{ from, target }] : [];
  });
  const connected = new Set(ways.flatMap(({ from, target }) => [from, target]));
  const drawing = new Graph().setGraph({ rankdir: 'TB', nodesep: DIALOG_GAP, ranksep: DIALOG_GAP * 1.5 }).setDefaultEdgeLabel(() => ({}));
  for (const { id } of dialogs) if (connected.has(id)) drawing.setNode(id, { ...sizes.get(id) });
  for (const { from, target } of ways) drawing.setEdge(from, target);
  if (connected.size > 0) layout(drawing);
  const places = new Map<string, Box>();
  for (const { id } of dialogs) {
    if (!connected.has(id)) continue;
    const { x, y } = drawing.node(id);
    const { width, height } = sizes.get(id) ?? NO_SIZE;
    places.set(id, { x: (x ?? 0) - width / 2, y: (y ?? 0) - height / 2, width, height });
  }
  placeInRows(places, dialogs.filter(({ id }) => !connected.has(id)).map(({ id }) => ({ id, ...(sizes.get(id) ?? NO_SIZE) })));
  return places;
}

function placeInRows(places: Map<string, Box>, rest: readonly ({ id: string } & Size)[]): void {
  const boxes = [...places.values()];
  const rowWidth = Math.max(ROW_WIDTH_MIN, ...boxes.map(({ x, width }) => x + width));
  let x = 0;
  let y = Math.max(0, ...boxes.map((box) => box.y + box.height + DIALOG_GAP));
  let rowHeight = 0;
  for (const { id, width, height } of rest) {
    if (x > 0 && x + width > rowWidth) {
      x = 0;
      y += rowHeight + DIALOG_GAP;
      rowHeight = 0;
    }
    places.set(id, { x, y, width, height });
    x += width + DIALOG_GAP;
    rowHeight = Math.max(rowHeight, height);
  }
}

interface Size {
  width: number;
  height: number;
}

const NO_SIZE: Size = { width: 0, height: 0 };
