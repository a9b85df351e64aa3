'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { findReplayedSpot } from '@/components/studio/builder/model/replayed-spot';
import { useOpenDialogId } from '@/components/studio/builder/open-dialog';
import { useDraft } from '@/components/studio/draft/draft-context';

/** After undo and redo, shows the dialog and interaction where something changed. */
export function useRevealReplayed(): void {
  const bot = useCurrentBot();
  const router = useRouter();
  const { content, replayed } = useDraft();
  const dialogId = useOpenDialogId();
  const reveal = useEffectEvent(() => {
    const spot = replayed && findReplayedSpot(content, replayed.step.changes);
    if (spot) {
      const isShown = spot.dialogId === dialogId && (spot.interactionId ?? null) === new URLSearchParams(window.location.search).get('interaction');
      if (!isShown) router.replace(toBuilderHref(bot.id, spot));
    } else if (dialogId !== undefined && !content.dialogs[dialogId]) router.replace(`/bots/${bot.id}/dialogs`);
  });
  useEffect(() => {
    if (replayed) reveal();
  }, [replayed]);
}
