'use client';

import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';

import { TurnMenu } from '@/components/studio/preview/branch/turn-menu';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { TraceList } from '@/components/studio/preview/trace/trace-list';
import type { TraceRow } from '@/components/studio/preview/trace/trace-row';
import { msText } from '@/components/studio/run-panel/measure-text';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';
import { useTurn } from '@/lib/client/use-turns';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';

/** Properties of `MessageWhy`. */
export type MessageWhyProps = { conversationId: string; message: Message; turn: ConversationTurn };

/** Under a message: why the bot sent it; under the last one of its turn also how long the turn took, and what can be done with it. */
export function MessageWhy({ conversationId, message, turn }: MessageWhyProps) {
  const { selectTurn } = usePreviewParts();
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const isLast = turn.messageSeqs.at(-1) === message.seq;
  const isSilent = message.actor.kind === 'consumer';
  if (isSilent && (!isLast || turn.status === 'running')) return null;
  return (
    <div className="flex w-full flex-col text-sm">
      <div className={cn('flex min-h-7 items-center gap-1 text-xs text-muted', isSilent && 'justify-end')}>
        <Button
          size="sm"
          variant="ghost"
          aria-label={isSilent ? undefined : `Why? The bot said “${firstLine(message.plainText)}”`}
          aria-expanded={isOpen}
          aria-controls={panelId}
          className="h-6 px-1.5 font-normal text-muted"
          onClick={() => {
            setIsOpen(!isOpen);
            if (!isOpen) selectTurn(turn.number);
          }}
        >
          <ChevronRight aria-hidden className={cn('size-3.5 transition-transform', isOpen && 'rotate-90')} />
          {isSilent ? 'The bot said nothing. Why?' : 'Why?'}
        </Button>
        {isLast && turn.durationMs !== null ? <span className="tabular-nums">{msText(turn.durationMs)}</span> : null}
        {turn.status === 'failed' ? <span className="text-bad">The turn failed</span> : null}
        {isLast ? <TurnMenu conversationId={conversationId} number={turn.number} /> : null}
      </div>
      {isOpen ? (
        <div id={panelId} className="rounded-md border border-line bg-surface">
          <Reasons conversationId={conversationId} turn={turn} seq={isSilent ? null : message.seq} />
        </div>
      ) : null}
    </div>
  );
}

function Reasons({ conversationId, turn, seq }: { conversationId: string; turn: ConversationTurn; seq: number | null }) {
  const { showTrace } = usePreviewParts();
  const detail = useTurn(conversationId, turn.number);
  if (detail.isError) return <p className="p-2 text-xs text-bad">The trace could not be loaded. {detail.error.message}</p>;
  if (!detail.data) {
    return (
      <p className="flex justify-center p-2">
        <Spinner label="Loading the trace" />
      </p>
    );
  }
  return (
    <>
      <TraceList
        turn={detail.data}
        label="Why"
        pick={seq === null ? undefined : (rows) => pickReasons(rows, seq)}
        empty={<p className="p-2 text-xs text-muted">No trace was kept of this message.</p>}
      />
      <Button size="sm" variant="ghost" className="m-1" onClick={() => showTrace(turn.number)}>
        Show the whole turn
      </Button>
    </>
  );
}

/** What happened since another interaction had its say, up to this message; all of the turn when this message is not in it. */
function pickReasons(rows: readonly TraceRow[], seq: number): readonly TraceRow[] {
  const end = rows.findIndex(({ messageSeq }) => messageSeq === seq);
  if (end < 0) return rows;
  const start = rows.findLastIndex(({ messageSeq, interactionId }, index) => index < end && messageSeq !== null && interactionId !== rows[end]?.interactionId);
  return rows.slice(start + 1, end + 1);
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
