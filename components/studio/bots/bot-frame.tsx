'use client';

import type { ReactNode } from 'react';

import { BotTools } from '@/components/studio/bots/bot-tools';
import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { usePreviewOpen } from '@/components/studio/bots/preview-memory';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { FindReplace } from '@/components/studio/find-replace/find-replace';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { PreviewPane } from '@/components/studio/preview/preview-pane';
import { PageToolsContext } from '@/components/ui/page-tools';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';

/** What all pages of a bot have around them: its tools at the end of their header, and the preview at their right. */
export function BotFrame({ children }: { children: ReactNode }) {
  const bot = useCurrentBot();
  const navigate = useNavigate();
  const { isOpen, setOpen, isOver } = usePreviewOpen();
  const preview = isOpen ? (
    <PreviewPane
      botId={bot.id}
      onOpenInteraction={(dialogId, interactionId) => {
        if (isOver) setOpen(false);
        navigate(toBuilderHref(bot.id, { dialogId, interactionId }));
      }}
      onClose={() => setOpen(false)}
    />
  ) : null;
  return (
    <PageToolsContext value={<BotTools isPreviewOpen={isOpen} onPreviewChange={setOpen} />}>
      {/* One tree in all cases, so that opening the preview takes nothing from the page. */}
      <SplitPane id="bot" paneIds={isOpen && !isOver ? ['page', 'preview'] : ['page']} className="flex-1">
        <Pane id="page" minSize={isOver ? 0 : 480} className={isOver && isOpen ? 'hidden' : undefined}>
          {children}
        </Pane>
        {isOpen && !isOver ? <SplitHandle label="Resize the preview" /> : null}
        {isOpen && !isOver ? (
          <Pane id="preview" defaultSize={380} minSize={300} maxSize={720} groupResizeBehavior="preserve-pixel-size">
            {preview}
          </Pane>
        ) : null}
      </SplitPane>
      <FindReplace />
      {isOver && preview ? <div className="fixed inset-0 z-30 flex flex-col bg-surface">{preview}</div> : null}
    </PageToolsContext>
  );
}
