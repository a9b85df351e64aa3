'use client';

import { Route } from 'lucide-react';

import { TurnMenu } from '@/components/studio/preview/branch/turn-menu';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { TurnPicker } from '@/components/studio/preview/trace/turn-picker';
import { TurnTrace } from '@/components/studio/preview/trace/turn-trace';
import { EmptyState } from '@/components/ui/empty-state';
import { useTurns } from '@/lib/client/use-turns';

/** Why the turns of the preview went as they did; one at a time. */
export function TraceView({ conversationId }: { conversationId: string }) {
  const { selectedTurn, selectTurn } = usePreviewParts();
  const turns = useTurns(conversationId).data ?? [];
  const number = selectedTurn ?? turns.at(-1)?.number ?? null;
  if (number === null) {
    return (
      <EmptyState icon={Route} title="Nothing to trace yet">
        Say something in the chat. Each turn then shows what was tried, matched, called and set.
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TurnPicker turns={turns} number={number} onNumberChange={selectTurn}>
        <TurnMenu conversationId={conversationId} number={number} />
      </TurnPicker>
      <TurnTrace conversationId={conversationId} number={number} />
    </div>
  );
}
