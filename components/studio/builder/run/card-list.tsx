'use client';

import { useMemo } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { groupProblems } from '@/components/studio/builder/model/group-problems';
import { GapButton, type GapButtonProps } from '@/components/studio/builder/run/gap-button';
import { InteractionCard } from '@/components/studio/builder/run/interaction-card';
import { useStableProblems } from '@/components/studio/builder/run/use-stable-problems';
import { useBotNames } from '@/components/studio/builder/use-bot-names';
import { useLatestCall } from '@/components/studio/builder/use-latest-call';
import { useDraft } from '@/components/studio/draft/draft-context';
import { usePath } from '@/components/studio/preview/path/use-path';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Properties of `CardList`. */
export type CardListProps = {
  /** Behind which card the list of kinds is open; undefined: nowhere. */
  isAddOpenAfter: string | null | undefined;
  onAddOpenChange: GapButtonProps['onOpenChange'];
  onAdd: GapButtonProps['onChoose'];
};

const noProblems: readonly DraftProblem[] = [];

/** The cards of the open dialog, with a way to add one between each two. Only a card that changed is drawn anew. */
export function CardList({ isAddOpenAfter, onAddOpenChange, onAdd }: CardListProps) {
  const { content, problems, surroundings } = useDraft();
  const { dialog, selection, jump } = useBuilder();
  const names = useBotNames(content);
  const integrations = useMemo(() => surroundings && new Map(surroundings.integrations.map(({ id, definition }) => [id, definition])), [surroundings]);
  const problemsById = useStableProblems(useMemo(() => groupProblems(problems, 'interactionId'), [problems]));
  const jumpTo = useLatestCall(jump);
  const path = usePath();
  const ids = dialog.interactionIds;
  return (
    <ol className="flex flex-col">
      {ids.map((id, index) => {
        const interaction = content.interactions[id];
        if (!interaction) return null;
        return (
          <li key={id}>
            <InteractionCard
              interaction={interaction}
              place={index + 1}
              count={ids.length}
              isActive={selection.activeId === id}
              isSelected={selection.ids.includes(id)}
              isOnPath={path?.interactionIds.has(id) ?? false}
              names={names}
              integrations={integrations}
              problems={problemsById.get(id) ?? noProblems}
              onJump={jumpTo}
            />
            {index < ids.length - 1 ? <GapButton afterId={id} isOpen={isAddOpenAfter === id} onOpenChange={onAddOpenChange} onChoose={onAdd} isLast={false} /> : null}
          </li>
        );
      })}
    </ol>
  );
}
