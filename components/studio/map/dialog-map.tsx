'use client';

import '@xyflow/react/dist/base.css';

import { Background, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { Maximize2, Minimize2, Workflow } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { ListMapSwitch } from '@/components/studio/map/list-map-switch';
import { MapControls } from '@/components/studio/map/map-controls';
import { nodeTypes, type MapNode } from '@/components/studio/map/map-nodes';
import { toDialogNodeId } from '@/components/studio/map/to-flow';
import { useMapFlow } from '@/components/studio/map/use-map-flow';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchInput } from '@/components/ui/search-input';
import { useIsNarrow } from '@/components/ui/use-is-narrow';

/** The drawn map of the bot: dialogs, interactions, and every way the flow may take. A click or Enter leads to the place in the builder. */
export function DialogMap() {
  return (
    <ReactFlowProvider>
      <MapView />
    </ReactFlowProvider>
  );
}

function MapView() {
  const [query, setQuery] = useState('');
  const { nodes, edges, foundIds, collapseAll, isAllCollapsed } = useMapFlow(query);
  const isNarrow = useIsNarrow();
  const open = useOpenNode();
  const { fitView } = useReactFlow();
  const nodeById = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);

  const openFocused = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof Element) || event.target.tagName === 'BUTTON') return;
    const node = nodeById.get(event.target.closest('.react-flow__node')?.getAttribute('data-id') ?? '');
    if (node) open(node);
  };
  const showFound = () => {
    const found = nodes.filter(({ id }) => foundIds.has(id) || [...foundIds].some((foundId) => toDialogNodeId(foundId) === id));
    if (found.length > 0) void fitView({ nodes: found.map(({ id }) => ({ id })), duration: 120, maxZoom: 1, padding: 0.3 });
  };

  if (nodes.length === 0) {
    return (
      <EmptyState icon={Workflow} title="Nothing to draw yet">
        Once the bot has a dialog, this map shows its interactions and every way from one to the next. Write the first one in the list.
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
        <SearchInput label="Search the map" value={query} onValueChange={setQuery} onKeyDown={(event) => event.key === 'Enter' && showFound()} className="w-64 max-w-full" />
        <span role="status" className="text-xs text-muted tabular-nums">
          {query.trim() === '' ? '' : `${foundIds.size} found${foundIds.size > 0 ? ', Enter shows them' : ''}`}
        </span>
        <Button variant="ghost" size="sm" className="ml-auto" onClick={collapseAll}>
          {isAllCollapsed ? <Maximize2 aria-hidden /> : <Minimize2 aria-hidden />}
          {isAllCollapsed ? 'Open all dialogs' : 'Close all dialogs'}
        </Button>
        <ListMapSwitch shown="map" dialogId={null} />
      </div>
      <div className="min-h-0 flex-1" onKeyDown={openFocused}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          zIndexMode="manual"
          onNodeClick={(_, node) => open(node)}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          onInit={(map) => void showBeginning(map)}
          minZoom={0.05}
          maxZoom={2}
          onlyRenderVisibleElements
          proOptions={{ hideAttribution: true }}
          aria-label="Map of the bot"
        >
          <Background color="var(--line)" />
          <MapControls />
          {isNarrow ? null : <MiniMap pannable zoomable bgColor="var(--surface)" maskColor="color-mix(in srgb, var(--raised) 70%, transparent)" nodeColor={(node) => (node.type === 'interaction' ? 'var(--accent)' : node.type === 'ground' ? 'var(--raised)' : 'transparent')} ariaLabel="Overview of the map" />}
        </ReactFlow>
      </div>
    </div>
  );
}

/** Smaller than this nobody can read names. */
const READABLE_ZOOM = 0.5;

/** Shows everything; where that would be too small to read, the place where the preview is, or else the beginning. */
async function showBeginning(map: ReactFlowInstance<MapNode>): Promise<void> {
  await map.fitView({ maxZoom: 1 });
  if (map.getZoom() >= READABLE_ZOOM) return;
  const nodes = map.getNodes();
  const start = nodes.find(({ data }) => 'isOnPath' in data && data.isOnPath) ?? nodes[0];
  if (start) await map.fitView({ nodes: [start], maxZoom: 0.8, minZoom: READABLE_ZOOM });
}

/** Leads to the builder at what a node stands for. */
function useOpenNode(): (node: MapNode) => void {
  const bot = useCurrentBot();
  const navigate = useNavigate();
  return (node) => {
    if (node.type === 'dialog' || node.type === 'ground') navigate(toBuilderHref(bot.id, { dialogId: node.data.dialog.id }));
    if (node.type === 'interaction') navigate(toBuilderHref(bot.id, { dialogId: node.data.interaction.dialogId, interactionId: node.id }));
  };
}
