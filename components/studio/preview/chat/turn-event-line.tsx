'use client';

import { describeEvent } from '@/components/studio/preview/trace/describe-event';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { Button } from '@/components/ui/button';
import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';

/** A line between the messages about something that nobody said; it leads to its trace. */
export function TurnEventLine({ turn }: { turn: ConversationTurn }) {
  const { showTrace } = usePreviewParts();
  return (
    <div className="flex w-full items-center gap-2 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <Button size="sm" variant="ghost" title="Show the trace" className="h-6 px-1.5 font-normal whitespace-normal text-muted" onClick={() => showTrace(turn.number)}>
        {describeEvent(turn.event)}
      </Button>
    </div>
  );
}
