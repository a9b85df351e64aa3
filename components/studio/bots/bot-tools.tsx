'use client';

import { MessageSquareText } from 'lucide-react';
import { usePathname } from 'next/navigation';

import { SaveSign } from '@/components/studio/draft/save-sign';
import { UndoButtons } from '@/components/studio/draft/undo-buttons';
import { useCommands } from '@/components/studio/frame/use-commands';
import { ProblemsPanel } from '@/components/studio/problems/problems-panel';
import { PublishButton } from '@/components/studio/releases/publish-button';
import { Button } from '@/components/ui/button';

/** Properties of `BotTools`. */
export type BotToolsProps = { isPreviewOpen: boolean; onPreviewChange: (open: boolean) => void };

/** At the end of the header of every page of a bot: is it saved, undo, what is wrong, publish, preview. */
export function BotTools({ isPreviewOpen, onPreviewChange }: BotToolsProps) {
  // The designer of one integration and the settings of pages save by their own button; two states of saving beside each other say nothing.
  const isOtherForm = /\/(integrations\/[^/]+|web-view)$/.test(usePathname());
  const toggle = () => onPreviewChange(!isPreviewOpen);
  useCommands([{ id: 'bot.preview', label: isPreviewOpen ? 'Close the preview' : 'Open the preview', section: 'Bot', keys: 'alt+p', keywords: ['chat', 'try', 'test'], run: toggle }]);
  return (
    <>
      {isOtherForm ? null : (
        <>
          <SaveSign />
          <UndoButtons />
        </>
      )}
      <ProblemsPanel />
      <Button size="sm" aria-pressed={isPreviewOpen} aria-keyshortcuts="Alt+P" onClick={toggle} className={isPreviewOpen ? 'bg-raised' : undefined}>
        <MessageSquareText aria-hidden />
        <span className="max-sm:sr-only">Preview</span>
      </Button>
      <PublishButton />
    </>
  );
}
