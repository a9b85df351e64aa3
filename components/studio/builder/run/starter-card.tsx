'use client';

import { Play } from 'lucide-react';

import { dialogKinds } from '@/components/studio/builder/model/edit-dialogs';
import type { BotNames } from '@/components/studio/builder/model/bot-names';
import { ProblemMark } from '@/components/studio/builder/problem-mark';
import { CARD_ATTRIBUTE } from '@/components/studio/builder/use-builder-state';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/class-names';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Properties of `StarterCard`. */
export type StarterCardProps = { dialog: Dialog; names: BotNames; isActive: boolean; problems: readonly DraftProblem[] };

/** How the dialog starts; selecting it shows the settings of the dialog. */
export function StarterCard({ dialog, names, isActive, problems }: StarterCardProps) {
  const { starter, kind } = dialog;
  return (
    <div
      role="button"
      tabIndex={isActive ? 0 : -1}
      aria-pressed={isActive}
      aria-label={`Dialog starter of ${dialog.name}${dialog.enabled ? '' : ', off'}`}
      {...{ [CARD_ATTRIBUTE]: '' }}
      className={cn(
        'flex min-w-0 cursor-default flex-col gap-1.5 rounded-lg border bg-surface px-3 py-2',
        isActive ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-line-strong',
        !dialog.enabled && 'border-dashed bg-sunken',
      )}
    >
      <div className="flex items-center gap-2">
        <Play aria-hidden className="size-4 shrink-0 text-faint" />
        <span className="min-w-0 truncate font-medium">{kind === 'standard' ? 'Dialog starter' : dialogKinds[kind].label}</span>
        {dialog.enabled ? null : <Badge>off</Badge>}
        <ProblemMark problems={problems} />
      </div>
      {kind === 'standard' ? <Starters starter={starter} names={names} /> : <p className="text-muted">{dialogKinds[kind].hint}.</p>}
    </div>
  );
}

/** Patterns beyond these are counted only. */
const PATTERNS_SHOWN_MAX = 6;

function Starters({ starter: { patterns, excludeKeywords, intentId }, names }: { starter: Dialog['starter']; names: BotNames }) {
  if (patterns.length === 0 && intentId === null) {
    return <p className="text-muted">No pattern and no intent yet: it starts only when a next action leads here.</p>;
  }
  return (
    <ul className="flex min-w-0 flex-wrap gap-1">
      {intentId === null ? null : (
        <li>
          <Badge tone="accent">intent {names.intents[intentId]?.name ?? 'missing'}</Badge>
        </li>
      )}
      {patterns.slice(0, PATTERNS_SHOWN_MAX).map((pattern, index) => (
        <li key={index} className="max-w-full truncate rounded-sm bg-raised px-1.5 font-mono text-xs">
          {pattern}
        </li>
      ))}
      {patterns.length > PATTERNS_SHOWN_MAX ? <li className="text-xs text-muted">and {patterns.length - PATTERNS_SHOWN_MAX} more</li> : null}
      {excludeKeywords.length > 0 ? <li className="max-w-full truncate text-xs text-muted">not: {excludeKeywords.join(', ')}</li> : null}
    </ul>
  );
}
