'use client';

import { MessagesSquare, Plus } from 'lucide-react';

import { useDialogActions } from '@/components/studio/builder/list/use-dialog-actions';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** What a bot without dialogs shows: what a dialog is. */
export function DialogsStart() {
  const { add } = useDialogActions();
  return (
    <EmptyState
      icon={MessagesSquare}
      title="Write your first dialog"
      action={
        <Button variant="primary" onClick={() => add('standard')}>
          <Plus aria-hidden />
          New dialog
        </Button>
      }
    >
      A dialog starts when a consumer says something that fits its patterns or its intent. Then its interactions run one after the
      other: texts, questions, calls of your integrations. Try it in the preview at any time.
    </EmptyState>
  );
}
