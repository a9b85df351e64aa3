'use client';

import { CircleX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toSpotHref } from '@/components/studio/builder/uses/spot-href';
import { useDraft } from '@/components/studio/draft/draft-context';
import { useProblemGroups } from '@/components/studio/problems/use-problem-groups';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Properties of `ProblemGroups`. */
export type ProblemGroupsProps = {
  problems: readonly DraftProblem[];
  /** A problem was chosen, and its place is being opened. */
  onOpen?: (problem: DraftProblem) => void;
};

/** Problems under the dialog in which they are, each leading to its place. */
export function ProblemGroups({ problems, onOpen }: ProblemGroupsProps) {
  const groups = useProblemGroups(problems);
  return (
    <ul className="flex flex-col gap-2">
      {groups.map(({ id, title, problems: own }) => (
        <li key={id}>
          <h3 className="truncate text-xs font-medium text-muted">{title}</h3>
          <ul className="flex flex-col">
            {own.map((problem, index) => (
              <li key={`${problem.code} ${index}`}>
                <ProblemLine problem={problem} onOpen={() => onOpen?.(problem)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function ProblemLine({ problem: { severity, message, place }, onOpen }: { problem: DraftProblem; onOpen: () => void }) {
  const bot = useCurrentBot();
  const { content } = useDraft();
  const isError = severity === 'error';
  const Icon = isError ? CircleX : TriangleAlert;
  const interaction = place.interactionId === undefined ? undefined : content.interactions[place.interactionId];
  return (
    <Link href={toSpotHref(bot.id, place)} onClick={onOpen} className="-mx-1.5 flex items-start gap-2 rounded-sm px-1.5 py-1 hover:bg-raised focus-visible:-outline-offset-2">
      <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${isError ? 'text-bad' : 'text-warn'}`} />
      <span className="min-w-0 break-words">
        <span className="sr-only">{isError ? 'Error: ' : 'Warning: '}</span>
        {message}
        {interaction && !message.includes(interaction.name) ? <span className="text-muted"> ({interaction.name})</span> : null}
      </span>
    </Link>
  );
}
