'use client';

import { useParams, usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { BuilderRoomContext, toBuilderRoom, useBuilderRoom } from '@/components/studio/builder/builder-layout';
import { DialogBuilder } from '@/components/studio/builder/dialog-builder';
import { KnowledgeProvider } from '@/components/studio/builder/knowledge-provider';
import { DialogList } from '@/components/studio/builder/list/dialog-list';
import { OpenDialogContext, useAddressedDialogId, useOpenDialogId } from '@/components/studio/builder/open-dialog';
import { useRevealReplayed } from '@/components/studio/builder/use-reveal-replayed';
import { DraftGate } from '@/components/studio/draft/draft-gate';
import { FirstSteps } from '@/components/studio/first-steps/first-steps';
import { Page } from '@/components/studio/frame/page';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import { useElementWidth } from '@/components/ui/use-element-width';
import { useIntegrations } from '@/lib/client/use-integrations';

/** The builder's frame: dialogs on the left, the chosen one beside them; in narrow places one behind the other. */
export function DialogsLayout({ children }: { children: ReactNode }) {
  const bot = useCurrentBot();
  const { ref, width } = useElementWidth();
  const { dialogId } = useParams<{ dialogId?: string }>();
  const isMap = usePathname().endsWith('/dialogs/map');
  const room = toBuilderRoom(width ?? 1_200);
  const integrations = useIntegrations(bot.id).data ?? [];
  return (
    <Page title={bot.name} part="Dialogs" breadcrumbs={[{ label: 'Bots', href: '/bots' }]} nav={<BotTabs botId={bot.id} />} isFilled>
      {integrations.length > 0 && room === 'wide' ? <FirstSteps botId={bot.id} integrations={integrations} /> : null}
      <DraftGate>
        <div ref={ref} className="flex min-h-0 flex-1 flex-col">
          <BuilderRoomContext value={room}>
            <OpenDialog>
              <RevealReplayed />
              {room === 'wide' ? (
                <SplitPane id="builder" className="flex-1">
                  <Pane id="dialogs" defaultSize={240} minSize={170} maxSize={420} groupResizeBehavior="preserve-pixel-size">
                    <DialogList />
                  </Pane>
                  <SplitHandle label="Resize the list of dialogs" />
                  <Pane id="dialog" minSize={480}>
                    <ShownDialog>{children}</ShownDialog>
                  </Pane>
                </SplitPane>
              ) : dialogId === undefined && !isMap ? (
                <DialogList />
              ) : (
                <ShownDialog>{children}</ShownDialog>
              )}
            </OpenDialog>
          </BuilderRoomContext>
        </div>
      </DraftGate>
    </Page>
  );
}

function OpenDialog({ children }: { children: ReactNode }) {
  const dialogId = useAddressedDialogId(useBuilderRoom());
  return (
    <OpenDialogContext value={dialogId}>
      <KnowledgeProvider>{children}</KnowledgeProvider>
    </OpenDialogContext>
  );
}

/** The open dialog is drawn here rather than by its page: so it stays as it is when an address begins to name it. */
function ShownDialog({ children }: { children: ReactNode }) {
  const dialogId = useOpenDialogId();
  return dialogId === undefined ? children : <DialogBuilder key={dialogId} dialogId={dialogId} />;
}

function RevealReplayed() {
  useRevealReplayed();
  return null;
}
