'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BuilderContext } from '@/components/studio/builder/builder-context';
import { useBuilderRoom } from '@/components/studio/builder/builder-layout';
import { SettingsPanel } from '@/components/studio/builder/panel/settings-panel';
import { InteractionRun } from '@/components/studio/builder/run/interaction-run';
import { useBuilderState } from '@/components/studio/builder/use-builder-state';
import { useDraft } from '@/components/studio/draft/draft-context';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import type { Dialog } from '@/lib/engine/program/dialog.schema';

/** One dialog: its cards, and the settings of the selected one beside them. Give it `key={dialogId}`. */
export function DialogBuilder({ dialogId }: { dialogId: string }) {
  const bot = useCurrentBot();
  const { content } = useDraft();
  const dialog = content.dialogs[dialogId];
  if (dialog) return <OpenDialog dialog={dialog} />;
  return (
    <EmptyState
      icon={SearchX}
      title="This dialog is not here"
      action={
        <Link href={`/bots/${bot.id}/dialogs`} className={buttonStyle({ variant: 'primary' })}>
          Go to the dialogs
        </Link>
      }
    >
      It may have been deleted, here or in another window. Undo brings back what you deleted yourself.
    </EmptyState>
  );
}

function OpenDialog({ dialog }: { dialog: Dialog }) {
  const builder = useBuilderState(dialog);
  const room = useBuilderRoom();
  // Where there is room for one: cards or settings.
  const [isPanelShown, setIsPanelShown] = useState(false);
  if (room === 'narrow') {
    return (
      <BuilderContext value={builder}>
        {isPanelShown ? <SettingsPanel onBack={() => setIsPanelShown(false)} /> : <InteractionRun onOpenSettings={() => setIsPanelShown(true)} />}
      </BuilderContext>
    );
  }
  return (
    <BuilderContext value={builder}>
      <SplitPane id="dialog" className="flex-1">
        <Pane id="run" minSize={260}>
          <InteractionRun onOpenSettings={focusSettings} />
        </Pane>
        <SplitHandle label="Resize interactions and settings" />
        <Pane id="settings" defaultSize="46%" minSize={300}>
          <SettingsPanel onBack={null} />
        </Pane>
      </SplitPane>
    </BuilderContext>
  );
}

/** Enter on a card goes on to its settings. */
function focusSettings(): void {
  const panel = document.getElementById('interaction-settings');
  panel?.querySelector<HTMLElement>('[data-first-field] :is(input, textarea, select, button)')?.focus();
}
