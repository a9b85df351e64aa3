'use client';

import { ArrowLeft } from 'lucide-react';

import { AllSame, TurnComparisons } from '@/components/studio/preview/comparison/turn-comparisons';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useReplay } from '@/lib/client/use-conversation-replay';
import type { Conversation } from '@/lib/modules/conversation/conversation.schema';

/** What the draft says now in a recorded conversation, beside what was said then. */
export function ReplayResult({ conversation, onBack }: { conversation: Conversation; onBack: () => void }) {
  const { draft } = usePreviewParts();
  const replay = useReplay(conversation.id);
  return (
    <>
      <div className="flex items-center gap-2">
        <Button size="sm" variant="ghost" onClick={onBack}>
          <ArrowLeft aria-hidden />
          Conversations
        </Button>
        <Button size="sm" className="ml-auto" isBusy={replay.isFetching} onClick={() => void replay.refetch()}>
          Replay again
        </Button>
      </div>
      {replay.isError ? (
        <Callout tone="bad" isAnnounced what="The conversation was not replayed" why={replay.error.message} />
      ) : !replay.data ? (
        <SkeletonRows label="Replaying" />
      ) : (
        <>
          {replay.data.isSame ? <AllSame>The draft says the same in {replay.data.turns.length === 1 ? 'its one turn' : `all ${replay.data.turns.length} turns`}.</AllSame> : null}
          <TurnComparisons turns={replay.data.turns} labels={{ before: 'Recorded', after: 'Draft' }} integrationName={draft.names.integration} />
        </>
      )}
    </>
  );
}
