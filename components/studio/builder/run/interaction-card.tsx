'use client';

import { useSortable } from '@dnd-kit/sortable';
import { Code, GripVertical, MessageSquareMore, Timer } from 'lucide-react';
import { memo } from 'react';

import type { BuilderSpot } from '@/components/studio/builder/builder-href';
import type { BotNames } from '@/components/studio/builder/model/bot-names';
import { kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import { ProblemMark } from '@/components/studio/builder/problem-mark';
import { CardBody } from '@/components/studio/builder/run/card-body';
import { CardBranches } from '@/components/studio/builder/run/card-branches';
import type { CardIntegrations } from '@/components/studio/builder/run/card-integrations';
import { CardMenu } from '@/components/studio/builder/run/card-menu';
import { CARD_ATTRIBUTE } from '@/components/studio/builder/use-builder-state';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/class-names';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Properties of `InteractionCard`. */
export type InteractionCardProps = {
  interaction: Interaction;
  /** From 1, and of how many. */
  place: number;
  count: number;
  isActive: boolean;
  isSelected: boolean;
  /** The turn that the preview shows came by here. */
  isOnPath: boolean;
  names: BotNames;
  integrations: CardIntegrations;
  problems: readonly DraftProblem[];
  onJump: (spot: BuilderSpot) => void;
};

/** An interaction as it will be seen, with its rules as branches. Clicks and keys are handled by the run around it. */
export const InteractionCard = memo(function InteractionCard(props: InteractionCardProps) {
  const { interaction, place, count, isActive, isSelected, isOnPath, names, integrations, problems, onJump } = props;
  const sortable = useSortable({ id: interaction.id });
  const { label, Icon } = kindLooks[interaction.kind];
  const { name, enabled, comment } = interaction;
  return (
    <div
      ref={sortable.setNodeRef}
      style={{ transform: sortable.transform ? `translateY(${sortable.transform.y}px)` : undefined, transition: sortable.transition }}
      className={cn('group/card relative', sortable.isDragging && 'z-1')}
    >
      <div
        role="button"
        tabIndex={isActive ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={toSpoken(props, label)}
        {...{ [CARD_ATTRIBUTE]: interaction.id }}
        {...sortable.listeners}
        className={cn(
          'flex min-w-0 cursor-default flex-col gap-1.5 rounded-lg border bg-surface py-2 pr-16 pl-3 transition-colors',
          isSelected ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-line-strong',
          !enabled && 'border-dashed bg-sunken',
          isOnPath && 'border-l-4 border-l-good',
          sortable.isDragging && 'bg-raised shadow-lg',
        )}
      >
        <div className="flex min-w-0 items-center gap-2">
          <Icon aria-hidden className="size-4 shrink-0 text-faint" />
          <span className={cn('min-w-0 truncate font-medium', !enabled && 'text-muted line-through')}>{name || 'unnamed'}</span>
          <span className="shrink-0 text-xs text-faint">{label}</span>
          <CardSigns interaction={interaction} />
          <ProblemMark problems={problems} />
        </div>
        <div className={cn('flex min-w-0 flex-col gap-1.5', !enabled && 'opacity-60')}>
          <CardBody interaction={interaction} integrations={integrations} />
        </div>
        {comment ? (
          <p className="flex min-w-0 items-start gap-1 text-xs break-words text-muted">
            <MessageSquareMore aria-hidden className="mt-0.5 size-3 shrink-0" />
            {comment}
          </p>
        ) : null}
      </div>
      <div className="absolute top-1.5 right-1.5 flex opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100">
        <span aria-hidden className="flex h-7 w-5 cursor-grab items-center justify-center text-faint active:cursor-grabbing" {...sortable.listeners}>
          <GripVertical className="size-3.5" />
        </span>
        <CardMenu interactionId={interaction.id} name={name} isEnabled={enabled} isReachable={isActive} />
      </div>
      <CardBranches interaction={interaction} names={names} integrations={integrations} isReachable={isActive} onJump={onJump} />
    </div>
  );

  function toSpoken({ interaction: { enabled: isOn } }: InteractionCardProps, kind: string): string {
    const problemWords = problems.length === 0 ? '' : `, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
    return `${name || 'unnamed'}, ${kind}, ${place} of ${count}${isOn ? '' : ', off'}${isOnPath ? ', on the path taken' : ''}${problemWords}`;
  }
});

function CardSigns({ interaction }: { interaction: Interaction }) {
  const { enabled, delayMs, preProcess, postProcess } = interaction;
  const hasCode = [preProcess, postProcess, 'processUserResponse' in interaction ? interaction.processUserResponse : ''].some((script) => script.trim() !== '');
  return (
    <>
      {enabled ? null : <Badge>off</Badge>}
      {delayMs > 0 ? (
        <span className="inline-flex shrink-0 items-center gap-0.5 text-xs text-faint tabular-nums" title="Interaction delay">
          <Timer aria-hidden className="size-3" />
          {delayMs / 1_000} s
        </span>
      ) : null}
      {hasCode ? (
        <span className="inline-flex shrink-0 text-faint" title="Has code">
          <Code aria-hidden className="size-3.5" />
          <span className="sr-only">has code</span>
        </span>
      ) : null}
    </>
  );
}
