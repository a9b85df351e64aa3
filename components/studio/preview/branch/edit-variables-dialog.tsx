'use client';

import { useState, type FormEvent } from 'react';

import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { VariableEditor } from '@/components/studio/preview/state/variable-editor';
import { newRow, readRows } from '@/components/studio/preview/state/variable-rows';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { FormFailure } from '@/components/ui/form-failure';
import { useBranchConversation, type BranchInput } from '@/lib/client/use-conversation-replay';

/** Properties of the dialogs that branch off a turn. */
export type BranchDialogProps = { conversationId: string; number: number; onClose: () => void };

const scopes = ['session', 'slot', 'dialog', 'permanent', 'web-view'] as const;
type BranchScope = NonNullable<BranchInput['variables']>[number]['scope'];

/** Goes on after a turn on a branch, with other variables than there were. */
export function EditVariablesDialog({ conversationId, number, onClose }: BranchDialogProps) {
  const { preview } = usePreviewParts();
  const branch = useBranchConversation(preview.botId, conversationId);
  const [rows, setRows] = useState(() => [newRow([])]);
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const read = readRows(rows);
    setProblems(read.ok ? new Map() : read.problems);
    if (!read.ok) return;
    const variables = read.variables.flatMap(({ scope, ...variable }) => (isBranchScope(scope) ? [{ ...variable, scope }] : []));
    branch.mutate(
      { afterTurn: number, variables },
      {
        onSuccess({ conversation }) {
          onClose();
          preview.open(conversation.id);
        },
      },
    );
  }

  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent size="lg" title={`Continue after turn ${number} with other variables`} description="A new branch begins there; this conversation stays as it is.">
        <form className="flex flex-col gap-4" onSubmit={submit}>
          <VariableEditor rows={rows} onChange={setRows} scopes={scopes} isTyped problems={problems} />
          <FormFailure what="No branch was made" failure={branch.error} />
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" type="submit" isBusy={branch.isPending}>
              Continue on a branch
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function isBranchScope(scope: string): scope is BranchScope {
  return scopes.some((known) => known === scope);
}
