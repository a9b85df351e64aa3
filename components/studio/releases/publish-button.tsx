'use client';

import { Rocket } from 'lucide-react';
import Link from 'next/link';
import { Popover } from 'radix-ui';
import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { useDraftIfOpen, type DraftHandle } from '@/components/studio/draft/draft-context';
import { useCommands } from '@/components/studio/frame/use-commands';
import { PublishForm } from '@/components/studio/releases/publish-form';
import { describeUnpublished, explainBlock, listErrors } from '@/components/studio/releases/publish-state';
import { useUnpublished } from '@/components/studio/releases/use-unpublished';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { floatingStyle } from '@/components/ui/menu-style';
import { useReleases } from '@/lib/client/use-releases';

/** Publishes the draft from any page of the bot: a note and one button. */
export function PublishButton() {
  const draft = useDraftIfOpen();
  const [isOpen, setIsOpen] = useState(false);
  useCommands(draft ? [{ id: 'bot.publish', label: 'Publish the draft', section: 'Bot', icon: Rocket, keywords: ['release', 'live', 'deploy'], run: () => setIsOpen(true) }] : []);
  if (!draft) return null;
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <Button size="sm">
          <Rocket aria-hidden />
          <span className="max-sm:sr-only">Publish</span>
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="end" sideOffset={4} collisionPadding={8} aria-label="Publish the draft" className={cn(floatingStyle, 'flex w-96 max-w-[calc(100vw-16px)] flex-col gap-3 p-3')}>
          <PublishBox draft={draft} onDone={() => setIsOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function PublishBox({ draft, onDone }: { draft: DraftHandle; onDone: () => void }) {
  const bot = useCurrentBot();
  const releases = useReleases(bot.id).data;
  const unpublished = useUnpublished(bot.id, releases);
  const isBroken = listErrors(draft.problems).length > 0;
  return (
    <>
      <p className="text-muted">
        {releases ? describeUnpublished(unpublished) : null}
        {unpublished.differences?.length === 0 ? null : ' New conversations begin on what you publish now.'}
      </p>
      <PublishForm nextNumber={releases ? (releases[0]?.number ?? 0) + 1 : null} blockedBy={explainBlock(draft, unpublished)} onPublished={onDone} />
      <Link href={`/bots/${bot.id}/releases`} onClick={onDone} className="self-start rounded-sm text-xs text-accent hover:underline">
        {isBroken ? 'See what has to be fixed' : unpublished.differences?.length === 0 ? 'See all releases' : 'See what changed and all releases'}
      </Link>
    </>
  );
}
