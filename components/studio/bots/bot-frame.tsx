'use client';

import type { ReactNode } from 'react';

import { SaveSign } from '@/components/studio/draft/save-sign';
import { UndoButtons } from '@/components/studio/draft/undo-buttons';
import { PageToolsContext } from '@/components/ui/page-tools';

/** What all pages of a bot have around them: undo, redo and the state of saving at the end of their header. */
export function BotFrame({ children }: { children: ReactNode }) {
  return (
    <PageToolsContext
      value={
        <>
          <SaveSign />
          <UndoButtons />
        </>
      }
    >
      {children}
    </PageToolsContext>
  );
}
