'use client';

import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

import { BotTools } from '@/components/studio/bots/bot-tools';
import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { usePreviewOpen, type PreviewPlace } from '@/components/studio/bots/preview-memory';
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
  const place = usePreviewOpen();
  const { isOpen, setOpen, isOver } = place;
  const { previewRef, isKept, drop } = useKeptPreview(place);
  const isBeside = isOpen && !isOver;
  const only = isBeside ? undefined : isOpen ? 'preview' : 'page';
  return (
    <PageToolsContext value={<BotTools isPreviewOpen={isOpen} onPreviewChange={setOpen} />}>
      {/* One tree in all cases, so that neither opening the preview nor another width of the window takes anything from page and preview. */}
      <SplitPane id="bot" paneIds={isBeside ? ['page', 'preview'] : ['page']} only={only} className="flex-1">
        <Pane id="page" minSize={480}>
          {children}
        </Pane>
        <SplitHandle label="Resize the preview" />
        {isKept ? (
          <Pane
            id="preview"
            defaultSize={380}
            minSize={300}
            maxSize={720}
            groupResizeBehavior="preserve-pixel-size"
            className={isOver ? 'fixed inset-0 z-30 bg-surface' : undefined}
          >
            <div ref={previewRef} className="flex min-h-0 flex-1 flex-col">
              <PreviewPane
                botId={bot.id}
                onOpenInteraction={(dialogId, interactionId) => {
                  if (isOver) setOpen(false);
                  navigate(toBuilderHref(bot.id, { dialogId, interactionId }));
                }}
                onClose={() => {
                  setOpen(false);
                  drop();
                }}
              />
            </div>
          </Pane>
        ) : null}
      </SplitPane>
      <FindReplace />
    </PageToolsContext>
  );
}

/**
 * Keeps the preview while the window is too narrow for it beside the page, so that it comes back as it was. Who is at work in it when the
 * window becomes narrow, or has it open over the page when the window becomes wide, goes on seeing it.
 */
function useKeptPreview({ isOpen, isOver, setOpen }: PreviewPlace) {
  const previewRef = useRef<HTMLDivElement>(null);
  const [isKept, setKept] = useState(isOpen);
  if (isOpen && !isKept) setKept(true);
  const before = useRef({ isOpen, isOver });
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { isOpen, isOver };
    if (isOpen) return;
    const isOtherWidth = last.isOver !== isOver;
    // Hidden in this very moment, what had the focus still has it.
    const isInUse = isOver ? (previewRef.current?.contains(document.activeElement) ?? false) : last.isOpen;
    if (isOtherWidth && isInUse) setOpen(true);
    else if (!isOver) setKept(false);
  }, [isOpen, isOver, setOpen]);
  return { previewRef, isKept, drop: () => setKept(false) };
}
