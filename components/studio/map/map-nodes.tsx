'use client';

import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight, CircleAlert, Play, TriangleAlert } from 'lucide-react';

import { kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import type { GraphDialog, GraphInteraction } from '@/components/studio/map/bot-graph';
import { cn } from '@/components/ui/class-names';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** How something in the map stands out. A type alias, because React Flow asks data for an index signature. */
export type MapEmphasis = {
  problems: readonly DraftProblem[];
  /** It is on the path of the preview's selected turn. */
  isOnPath: boolean;
  /** It is what was searched for. */
  isFound: boolean;
};

export type DialogNode = Node<MapEmphasis & { dialog: GraphDialog; isCollapsed: boolean; onToggle: (dialogId: string) => void }, 'dialog'>;
/** The box around an open dialog's interactions, or around a closed one's name. */
export type GroundNode = Node<MapEmphasis & { dialog: GraphDialog }, 'ground'>;
export type InteractionNode = Node<MapEmphasis & { interaction: GraphInteraction }, 'interaction'>;
export type MissingNode = Node<{ name: string }, 'missing'>;
export type MapNode = GroundNode | DialogNode | InteractionNode | MissingNode;

/** The kinds of nodes, for React Flow. */
export const nodeTypes = { ground: GroundBox, dialog: DialogHead, interaction: InteractionBox, missing: MissingBox };

function GroundBox({ data: { dialog, ...emphasis } }: NodeProps<GroundNode>) {
  return <div className={cn('size-full rounded-lg border border-line-strong bg-sunken', !dialog.isEnabled && 'border-dashed', toLook(emphasis))} />;
}

/** Stands over the arrows, which stand over the box. */
function DialogHead({ data: { dialog, isCollapsed, onToggle, problems, isOnPath } }: NodeProps<DialogNode>) {
  const Chevron = isCollapsed ? ChevronRight : ChevronDown;
  return (
    <div className="size-full p-px">
      <HiddenHandles />
      <div className={cn('flex size-full items-center gap-1.5 rounded-lg px-2', isOnPath ? 'bg-accent-soft' : 'bg-sunken', !dialog.isEnabled && 'text-muted')}>
        <button type="button" aria-expanded={!isCollapsed} aria-label={`${isCollapsed ? 'Open' : 'Close'} ${dialog.name}`} onClick={() => onToggle(dialog.id)} className="nodrag rounded-sm p-0.5 text-muted hover:bg-raised hover:text-ink">
          <Chevron aria-hidden className="size-4" />
        </button>
        <div className="min-w-0 flex-1">
          <div className="truncate font-medium">{dialog.name || 'unnamed'}</div>
          <div className="flex min-w-0 items-center gap-1 text-xs text-muted">
            {dialog.starter === '' ? <span className="truncate">{dialog.kind === 'standard' ? 'no starter' : dialog.kind.replace('-', ' ')}</span> : (
              <>
                <Play aria-hidden className="size-3 shrink-0" />
                <span className="truncate">{dialog.starter}</span>
              </>
            )}
          </div>
        </div>
        <ProblemSign problems={problems} />
      </div>
    </div>
  );
}

function InteractionBox({ data: { interaction, ...emphasis } }: NodeProps<InteractionNode>) {
  const { Icon, label } = kindLooks[interaction.kind];
  return (
    <div className={cn('flex size-full items-start gap-1.5 rounded-md border border-line-strong bg-surface px-2 py-1.5', !interaction.isEnabled && 'border-dashed opacity-60', toLook(emphasis))}>
      <HiddenHandles />
      <Icon aria-label={label} className="mt-0.5 size-4 shrink-0 text-accent" />
      <div className="min-w-0 flex-1 text-sm leading-tight">
        <div className="truncate font-medium">{interaction.name || 'unnamed'}</div>
        <div className="truncate text-xs text-muted">{interaction.ends.length > 0 ? `${interaction.line} ▪ ${interaction.ends.join(', ')}` : interaction.line}</div>
      </div>
      <ProblemSign problems={emphasis.problems} />
    </div>
  );
}

function MissingBox({ data: { name } }: NodeProps<MissingNode>) {
  return (
    <div className="flex size-full items-center gap-1.5 rounded-md border border-dashed border-bad bg-bad-soft px-2 text-xs text-bad">
      <HiddenHandles />
      <CircleAlert aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{name}</span>
    </div>
  );
}

function ProblemSign({ problems }: { problems: readonly DraftProblem[] }) {
  const [first] = problems;
  if (!first) return null;
  const isError = problems.some(({ severity }) => severity === 'error');
  const Icon = isError ? CircleAlert : TriangleAlert;
  return <Icon role="img" aria-label={`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: ${first.message}`} className={cn('mt-0.5 size-4 shrink-0', isError ? 'text-bad' : 'text-warn')} />;
}

function toLook({ problems, isOnPath, isFound }: MapEmphasis): string {
  return cn(problems.some(({ severity }) => severity === 'error') && 'border-bad', isOnPath && 'border-accent bg-accent-soft', isFound && 'outline-2 outline-offset-2 outline-accent');
}

/** Arrows end at these; nobody draws arrows by hand here. */
function HiddenHandles() {
  return (
    <>
      <Handle id="top" type="target" position={Position.Top} isConnectable={false} className="opacity-0" />
      <Handle id="bottom" type="source" position={Position.Bottom} isConnectable={false} className="opacity-0" />
      <Handle id="side-in" type="target" position={Position.Right} isConnectable={false} className="opacity-0" />
      <Handle id="side-out" type="source" position={Position.Right} isConnectable={false} className="opacity-0" />
    </>
  );
}
