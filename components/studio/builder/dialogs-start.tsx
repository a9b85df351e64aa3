'use client';

import { MessagesSquare, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { useBuilderRoom } from '@/components/studio/builder/builder-layout';
import { useDialogActions } from '@/components/studio/builder/list/use-dialog-actions';
import { listDialogs } from '@/components/studio/builder/model/edit-dialogs';
import { useDraft } from '@/components/studio/draft/draft-context';
import { useFollowedLink } from '@/components/studio/frame/use-followed-link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Goes on to the first dialog; without any it says what a dialog is. */
export function DialogsStart() {
  const bot = useCurrentBot();
  const router = useRouter();
  const room = useBuilderRoom();
  const { content } = useDraft();
  const { add } = useDialogActions();
  const hasFollowedLink = useFollowedLink();
  const firstId = listDialogs(content)[0]?.id ?? null;
  useEffect(() => {
    // Where there is no room for both, the list itself is the start.
    if (firstId !== null && room === 'wide' && !hasFollowedLink.current) router.replace(toBuilderHref(bot.id, { dialogId: firstId }));
  }, [router, bot.id, firstId, room, hasFollowedLink]);
  if (firstId !== null) return null;
  return (
    <EmptyState
      icon={MessagesSquare}
      title="Write your first dialog"
      action={
        <Button variant="primary" onClick={() => add('standard')}>
          <Plus aria-hidden />
          New dialog
        </Button>
      }
    >
      A dialog starts when a consumer says something that fits its patterns or its intent. Then its interactions run one after the
      other: texts, questions, calls of your integrations. Try it in the preview at any time.
    </EmptyState>
  );
}
