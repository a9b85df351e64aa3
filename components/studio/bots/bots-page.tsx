'use client';

import { Bot, Plus } from 'lucide-react';
import { useState } from 'react';

import { BotDialog } from '@/components/studio/bots/bot-dialog';
import { BotList } from '@/components/studio/bots/bot-list';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useBots } from '@/lib/client/use-bots';

/** The list of bots. */
export function BotsPage() {
  const bots = useBots();
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  const newButton = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New bot
    </Button>
  );
  return (
    <Page title="Bots" isFilled actions={bots.data?.length ? newButton : null}>
      {bots.isPending ? <SkeletonRows label="Loading bots" /> : null}
      {bots.isError && !bots.data ? (
        <LoadFailure error={bots.error} what="The bots" onRetry={() => void bots.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} />
      ) : null}
      {bots.data?.length === 0 ? (
        <EmptyState icon={Bot} title="Make your first bot" action={newButton}>
          A bot answers consumers and calls your APIs. Begin with a name; dialogs come next.
        </EmptyState>
      ) : null}
      {bots.data?.length ? <BotList bots={bots.data} /> : null}
      <BotDialog open={isCreating} onOpenChange={setIsCreating} onCreated={(bot) => navigate(`/bots/${bot.id}/dialogs`)} />
    </Page>
  );
}
