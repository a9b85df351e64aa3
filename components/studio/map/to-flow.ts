import { MarkerType, type Edge } from '@xyflow/react';

import type { BotGraph, GraphArrow } from '@/components/studio/map/bot-graph';
import { HEAD_HEIGHT, type GraphLayout } from '@/components/studio/map/layout-bot-graph';
import type { MapEmphasis, MapNode } from '@/components/studio/map/map-nodes';
import type { PathTaken } from '@/components/studio/preview/path/path-taken';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** What decides how the map looks at the moment. */
export interface MapLook {
  layout: GraphLayout;
  collapsedIds: ReadonlySet<string>;
  problemsByDialog: ReadonlyMap<string, DraftProblem[]>;
  problemsByInteraction: ReadonlyMap<string, DraftProblem[]>;
  path: PathTaken | null;
  foundIds: ReadonlySet<string>;
  onToggle: (dialogId: string) => void;
}

/** Prefix of the ids of dialogs in React Flow, which knows one space of ids only. */
const DIALOG = 'dialog ';
const MISSING = 'missing ';

/** What is drawn over what: arrows run over the boxes of dialogs, and behind everything that is read. */
const LAYER = { ground: 0, arrow: 1, path: 2, named: 3, missing: 4 };

/** The id that React Flow knows a dialog by. */
export function toDialogNodeId(dialogId: string): string {
  return `${DIALOG}${dialogId}`;
}

/** The nodes and edges that React Flow draws. Parents stand before their children, as it demands. */
export function toFlow(graph: BotGraph, look: MapLook): { nodes: MapNode[]; edges: Edge[] } {
  const isShown = new Set(look.layout.interactions.keys());
  const dialogIdByInteraction = new Map(graph.interactions.map(({ id, dialogId }) => [id, dialogId]));
  const toNodeId = (interactionId: string) => (isShown.has(interactionId) ? interactionId : toDialogNodeId(dialogIdByInteraction.get(interactionId) ?? ''));
  const edges = new Map<string, Edge>();
  for (const arrow of graph.arrows) {
    const source = toNodeId(arrow.fromInteractionId);
    const target = arrow.to.kind === 'interaction' ? toNodeId(arrow.to.id) : arrow.to.kind === 'dialog' ? toDialogNodeId(arrow.to.id) : `${MISSING}${arrow.fromInteractionId} ${arrow.to.id}`;
    if (source === target && !isShown.has(arrow.fromInteractionId)) continue;
    // Of a closed dialog the arrows that lead the same way are one.
    const id = isShown.has(arrow.fromInteractionId) ? arrow.id : `${source} ${target}`;
    if (!edges.has(id)) edges.set(id, toEdge(arrow, { id, source, target, ...toHandles(arrow, { source, target }, look.layout) }, look.path));
  }
  return { nodes: [...toDialogNodes(graph, look), ...toInteractionNodes(graph, look), ...toMissingNodes(graph, look)], edges: [...edges.values()] };
}

function toDialogNodes({ dialogs }: BotGraph, look: MapLook): MapNode[] {
  return dialogs.flatMap((dialog): MapNode[] => {
    const { x, y, width, height } = look.layout.dialogs.get(dialog.id) ?? NOWHERE;
    const isCollapsed = look.collapsedIds.has(dialog.id);
    // Of an open dialog the interactions show their own problems.
    const problems = (look.problemsByDialog.get(dialog.id) ?? []).filter(({ place }) => isCollapsed || place.interactionId === undefined);
    const emphasis = toEmphasis(look, { id: dialog.id, problems, isOnPath: isCollapsed && (look.path?.dialogIds.has(dialog.id) ?? false) });
    return [
      { id: `ground ${dialog.id}`, type: 'ground', position: { x, y }, width, height, zIndex: LAYER.ground, data: { dialog, ...emphasis }, focusable: false, domAttributes: { 'aria-hidden': true } },
      { id: toDialogNodeId(dialog.id), type: 'dialog', position: { x, y }, width, height: HEAD_HEIGHT, zIndex: LAYER.named, data: { dialog, isCollapsed, onToggle: look.onToggle, ...emphasis }, ariaLabel: `Dialog ${dialog.name}` },
    ];
  });
}

function toInteractionNodes({ interactions }: BotGraph, look: MapLook): MapNode[] {
  return interactions.flatMap((interaction): MapNode[] => {
    const box = look.layout.interactions.get(interaction.id);
    if (!box) return [];
    const { x, y, width, height } = box;
    const emphasis = toEmphasis(look, { id: interaction.id, problems: look.problemsByInteraction.get(interaction.id) ?? [], isOnPath: look.path?.interactionIds.has(interaction.id) ?? false });
    return [{ id: interaction.id, type: 'interaction', parentId: toDialogNodeId(interaction.dialogId), position: { x, y }, width, height, zIndex: LAYER.named, data: { interaction, ...emphasis }, ariaLabel: `Interaction ${interaction.name}` }];
  });
}

/** Beside the interaction that leads there. */
function toMissingNodes({ arrows, interactions }: BotGraph, { layout }: MapLook): MapNode[] {
  const dialogIdByInteraction = new Map(interactions.map(({ id, dialogId }) => [id, dialogId]));
  return arrows
    .filter(({ to, fromInteractionId }) => to.kind === 'missing' && layout.interactions.has(fromInteractionId))
    .map(({ fromInteractionId, to, by }, index): MapNode => {
      const box = layout.interactions.get(fromInteractionId) ?? NOWHERE;
      const name = by === 'script' ? `no “${to.id}”` : 'was deleted';
      const dialogId = dialogIdByInteraction.get(fromInteractionId) ?? '';
      return { id: `${MISSING}${fromInteractionId} ${to.id}`, type: 'missing', parentId: toDialogNodeId(dialogId), position: { x: box.x + box.width - 40, y: box.y + box.height + 2 + (index % 2) * 8 }, width: 110, height: 22, data: { name }, zIndex: LAYER.missing };
    })
    .filter((node, index, all) => all.findIndex(({ id }) => id === node.id) === index);
}

function toEdge({ fromInteractionId, to, label, by, ruleId }: GraphArrow, ends: Pick<Edge, 'id' | 'source' | 'target' | 'sourceHandle' | 'targetHandle'>, path: PathTaken | null): Edge {
  const isOnPath = ruleId === null ? (path?.interactionIds.has(fromInteractionId) ?? false) && (path?.interactionIds.has(to.id) ?? false) : (path?.ruleIds.has(ruleId) ?? false);
  const color = to.kind === 'missing' ? 'var(--bad)' : isOnPath ? 'var(--accent)' : 'var(--line-strong)';
  return {
    ...ends,
    type: 'smoothstep',
    ...(label === '' ? {} : { label }),
    labelStyle: { fill: 'var(--muted)', fontSize: 11 },
    labelBgStyle: { fill: 'var(--surface)' },
    labelBgPadding: [4, 2],
    markerEnd: { type: MarkerType.ArrowClosed, color },
    style: { stroke: color, strokeWidth: isOnPath ? 2 : 1, ...(by === 'script' ? { strokeDasharray: '5 4' } : {}) },
    zIndex: isOnPath ? LAYER.path : LAYER.arrow,
    focusable: false,
  };
}

/** Arrows go down; those that go back up run along the right side, not through what lies between. */
function toHandles({ fromInteractionId, to }: GraphArrow, { source, target }: { source: string; target: string }, { interactions }: GraphLayout) {
  const from = interactions.get(fromInteractionId);
  const goal = to.kind === 'interaction' ? interactions.get(to.id) : undefined;
  const goesUp = source === fromInteractionId && target === to.id && from !== undefined && goal !== undefined && goal.y <= from.y;
  return goesUp ? { sourceHandle: 'side-out', targetHandle: 'side-in' } : { sourceHandle: 'bottom', targetHandle: 'top' };
}

function toEmphasis({ foundIds }: MapLook, { id, ...rest }: { id: string; problems: readonly DraftProblem[]; isOnPath: boolean }): MapEmphasis {
  return { ...rest, isFound: foundIds.has(id) };
}

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };
