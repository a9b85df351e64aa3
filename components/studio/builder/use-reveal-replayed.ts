'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useTransition } from 'react';

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
  const [isGoing, startGoing] = useTransition();
  const reveal = useEffectEvent(() => {
    const spot = replayed && findReplayedSpot(content, replayed.step.changes);
    if (spot) {
      const href = toBuilderHref(bot.id, spot);
      // Within the dialog at once: a step through the router ends later than the next key, and would take back what that one shows. The
      // path stays: that of the bot's first dialog may not name it, and to name it would be another page.
      if (spot.dialogId === dialogId && !isGoing) window.history.replaceState(null, '', window.location.pathname + new URL(href, window.location.href).search);
      else startGoing(() => router.replace(href));
    } else if (dialogId !== undefined && !content.dialogs[dialogId]) router.replace(`/bots/${bot.id}/dialogs`);
  });
  useEffect(() => {
    if (replayed) reveal();
  }, [replayed]);
}
