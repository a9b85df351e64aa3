'use client';

import { Check, CornerDownRight, TriangleAlert } from 'lucide-react';
import { memo } from 'react';

import type { BuilderSpot } from '@/components/studio/builder/builder-href';
import type { BotNames } from '@/components/studio/builder/model/bot-names';
import { describeRule } from '@/components/studio/builder/model/describe-condition';
import { describeNext, type NextTarget } from '@/components/studio/builder/model/describe-next';
import type { CardIntegrations } from '@/components/studio/builder/run/card-integrations';
import { cn } from '@/components/ui/class-names';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { countHandledOutcomes } from '@/lib/modules/draft/handled-outcomes.rules';

/** Properties of `CardBranches`. */
export type CardBranchesProps = {
  interaction: Interaction;
  names: BotNames;
  integrations: CardIntegrations;
  /** Lets Tab reach the branches; those of one card at a time. */
  isReachable: boolean;
  onJump: (spot: BuilderSpot) => void;
};

/** More branches than this are counted only. */
const SHOWN_MAX = 8;

/** Where an interaction leads: each rule as a branch, then its next action, and what nothing takes. */
export const CardBranches = memo(function CardBranches({ interaction, names, integrations, isReachable, onJump }: CardBranchesProps) {
  const rules = 'rules' in interaction ? interaction.rules : [];
  const branches = rules.slice(0, SHOWN_MAX).map((rule) => ({ key: rule.id, when: describeRule(rule, names), target: describeNext(rule.next, names) }));
  // After a rule that takes everything, nothing is left for the next action.
  const isAllTaken = rules.some(({ conditions, variableConditions }) => variableConditions.length === 0 && conditions.some(({ kind }) => kind === 'no-match'));
  const hasOwnNext = !isAllTaken && (rules.length > 0 || interaction.next.kind !== 'next');
  const coverage = interaction.kind === 'integration' ? countHandledOutcomes(rules, integrations?.get(interaction.integrationId) ?? null) : null;
  const unhandled = coverage?.unhandled ?? [];
  if (!hasOwnNext && rules.length === 0 && unhandled.length === 0) return null;
  return (
    <ul className="mt-1 ml-4 flex min-w-0 flex-col gap-0.5 border-l border-line pl-2 text-xs">
      {branches.map(({ key, when, target }) => (
        <BranchLine key={key} when={when} target={target} isReachable={isReachable} onJump={onJump} />
      ))}
      {rules.length > SHOWN_MAX ? <li className="text-muted">and {rules.length - SHOWN_MAX} more rules</li> : null}
      {hasOwnNext ? <BranchLine when={rules.length > 0 ? 'otherwise' : ''} target={describeNext(interaction.next, names)} isReachable={isReachable} onJump={onJump} /> : null}
      {unhandled.length > 0 ? (
        <li title={`Not handled: ${unhandled.join(', ')}`} className="flex items-center gap-1 text-warn">
          <TriangleAlert aria-hidden className="size-3 shrink-0" />
          {unhandled.length} of {coverage?.totalCount} outcomes not handled → default text
        </li>
      ) : null}
      {coverage && unhandled.length === 0 ? (
        <li className="flex items-center gap-1 text-muted">
          <Check aria-hidden className="size-3 shrink-0" />
          {coverage.handledCount} of {coverage.totalCount} outcomes handled
        </li>
      ) : null}
    </ul>
  );
});

function BranchLine({ when, target, isReachable, onJump }: { when: string; target: NextTarget; isReachable: boolean; onJump: (spot: BuilderSpot) => void }) {
  const { text, isBroken, dialogId, interactionId } = target;
  return (
    <li className="flex min-w-0 items-center gap-1">
      <CornerDownRight aria-hidden className="size-3 shrink-0 text-faint" />
      {when ? <span className="min-w-0 truncate">{when}</span> : null}
      {when ? (
        <span aria-hidden className="shrink-0 text-faint">
          →
        </span>
      ) : null}
      <span className="sr-only">leads to</span>
      {dialogId === null ? (
        <span className={cn('min-w-0 shrink-0 truncate text-muted', isBroken && 'text-bad')}>{text}</span>
      ) : (
        <button type="button" tabIndex={isReachable ? 0 : -1} onClick={() => onJump({ dialogId, interactionId })} className="min-w-0 truncate rounded-sm text-accent hover:underline">
          {text}
        </button>
      )}
    </li>
  );
}
