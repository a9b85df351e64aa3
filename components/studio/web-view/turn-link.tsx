'use client';

import { Route } from 'lucide-react';
import Link from 'next/link';

import { usePreviewOpen } from '@/components/studio/bots/preview-memory';
import { toConversationHref } from '@/components/studio/conversations/conversation-href';
import { askForTurn } from '@/components/studio/preview/turn-request';
import { Button } from '@/components/ui/button';

/** Properties of `TurnLink`. */
export type TurnLinkProps = { botId: string; conversationId: string; number: number; isPreview: boolean };

/** Leads to the trace of a turn: of a preview in the preview beside the page, of a live conversation on a page to read. */
export function TurnLink({ botId, conversationId, number, isPreview }: TurnLinkProps) {
  const { setOpen } = usePreviewOpen();
  const words = (
    <>
      <Route aria-hidden />
      Show the trace of turn {number}
    </>
  );
  if (isPreview) {
    return (
      <Button
        size="sm"
        onClick={() => {
          askForTurn({ botId, conversationId, number });
          setOpen(true);
        }}
      >
        {words}
      </Button>
    );
  }
  return (
    <Button size="sm" asChild>
      <Link href={toConversationHref(botId, { conversationId, turn: number })}>{words}</Link>
    </Button>
  );
}
