'use client';

import { Ellipsis, FlaskConical, GitBranch, PlugZap, Route, Undo2, Variable } from 'lucide-react';
import { useState } from 'react';

import { EditAnswersDialog } from '@/components/studio/preview/branch/edit-answers-dialog';
import { EditVariablesDialog } from '@/components/studio/preview/branch/edit-variables-dialog';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { SaveTestDialog } from '@/components/studio/preview/tests/save-test-dialog';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/toaster';
import { useBranchConversation } from '@/lib/client/use-conversation-replay';

/** What can be done with one turn: look at it, go back to it, continue otherwise. The conversation itself stays as it is. */
export function TurnMenu({ conversationId, number }: { conversationId: string; number: number }) {
  const { preview, showTrace } = usePreviewParts();
  const branch = useBranchConversation(preview.botId, conversationId);
  const [dialog, setDialog] = useState<'variables' | 'answers' | 'test' | null>(null);
  const close = () => setDialog(null);

  function goBack(afterTurn: number) {
    branch.mutate(
      { afterTurn },
      {
        onSuccess: ({ conversation }) => preview.open(conversation.id),
        onError: (error) => notify.error('No branch was made', error.message),
      },
    );
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton label={`Turn ${number}: actions`} hint="Time travel" isBusy={branch.isPending} className="size-6">
            <Ellipsis aria-hidden />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => showTrace(number)}>
            <Route aria-hidden />
            Show the trace
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => goBack(number - 1)}>
            <Undo2 aria-hidden />
            Go back to before this turn
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => goBack(number)}>
            <GitBranch aria-hidden />
            Continue from here on a branch
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDialog('variables')}>
            <Variable aria-hidden />
            Change variables and continue…
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDialog('answers')}>
            <PlugZap aria-hidden />
            Change an API’s answer and run again…
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setDialog('test')}>
            <FlaskConical aria-hidden />
            Save the conversation as a test…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog === 'variables' ? <EditVariablesDialog conversationId={conversationId} number={number} onClose={close} /> : null}
      {dialog === 'answers' ? <EditAnswersDialog conversationId={conversationId} number={number} onClose={close} /> : null}
      {dialog === 'test' ? <SaveTestDialog conversationId={conversationId} onClose={close} /> : null}
    </>
  );
}
