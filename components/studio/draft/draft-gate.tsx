'use client';

import { useContext, type ReactNode } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { ConflictBar } from '@/components/studio/draft/conflict-bar';
import { DraftContext } from '@/components/studio/draft/draft-context';
import { RefusalBar } from '@/components/studio/draft/refusal-bar';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { SkeletonRows } from '@/components/ui/skeleton';

/** Shows its children once the draft is there, under what is to be decided about it; they read it with `useDraft`. */
export function DraftGate({ children }: { children: ReactNode }) {
  const bot = useCurrentBot();
  const load = useContext(DraftContext);
  if (load.kind === 'loading') return <SkeletonRows label="Loading the bot’s dialogs" />;
  if (load.kind === 'failed') {
    return <LoadFailure error={load.error} what="The draft" onRetry={load.retry} back={{ label: 'Go to the integrations', href: `/bots/${bot.id}/integrations` }} />;
  }
  return (
    <>
      <ConflictBar />
      <RefusalBar />
      {children}
    </>
  );
}
