'use client';

import type { Edge } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';

import { groupProblems } from '@/components/studio/builder/model/group-problems';
import { useDraft } from '@/components/studio/draft/draft-context';
import { buildBotGraph } from '@/components/studio/map/build-bot-graph';
import { findInGraph } from '@/components/studio/map/find-in-graph';
import { layoutBotGraph } from '@/components/studio/map/layout-bot-graph';
import type { MapNode } from '@/components/studio/map/map-nodes';
import { toFlow } from '@/components/studio/map/to-flow';
import { usePath } from '@/components/studio/preview/path/use-path';

/** What the map draws at the moment. */
export interface MapFlow {
  nodes: MapNode[];
  edges: Edge[];
  /** Of dialogs and interactions that fit the search. */
  foundIds: ReadonlySet<string>;
  isAllCollapsed: boolean;
  /** Closes all dialogs, or opens them when all are closed. */
  collapseAll: () => void;
}

/** Follows the draft, its problems, the preview's path and the search. Places are found anew only when the graph itself changes. */
export function useMapFlow(query: string): MapFlow {
  const { content, problems, surroundings } = useDraft();
  const path = usePath();
  const [collapsedIds, setCollapsedIds] = useState<ReadonlySet<string>>(NONE);
  const integrationNames = useMemo(() => new Map((surroundings?.integrations ?? []).map(({ id, definition }) => [id, definition.name])), [surroundings]);
  const graph = useMemo(() => buildBotGraph(content, integrationNames), [content, integrationNames]);
  const layout = useMemo(() => layoutBotGraph(graph, { collapsedIds }), [graph, collapsedIds]);
  const foundIds = useMemo(() => findInGraph(graph, query), [graph, query]);
  const toggle = useCallback((dialogId: string) => setCollapsedIds((ids) => withToggled(ids, dialogId)), []);
  const flow = useMemo(() => {
    const problemsByDialog = groupProblems(problems, 'dialogId');
    const problemsByInteraction = groupProblems(problems, 'interactionId');
    return toFlow(graph, { layout, collapsedIds, problemsByDialog, problemsByInteraction, path, foundIds, onToggle: toggle });
  }, [graph, layout, collapsedIds, problems, path, foundIds, toggle]);
  const isAllCollapsed = graph.dialogs.length > 0 && graph.dialogs.every(({ id }) => collapsedIds.has(id));
  return { ...flow, foundIds, isAllCollapsed, collapseAll: () => setCollapsedIds(isAllCollapsed ? NONE : new Set(graph.dialogs.map(({ id }) => id))) };
}

const NONE: ReadonlySet<string> = new Set();

function withToggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
