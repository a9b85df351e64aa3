'use client';

import { useState, type FormEvent } from 'react';

import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { VariableEditor } from '@/components/studio/preview/state/variable-editor';
import { listChanges, newRow, readRows, toScopedRows, type VariableRow } from '@/components/studio/preview/state/variable-rows';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { firstFieldRef } from '@/components/ui/focus-first-field';
import { FormFailure } from '@/components/ui/form-failure';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useBranchConversation, type BranchInput } from '@/lib/client/use-conversation-replay';
import { useTurn } from '@/lib/client/use-turns';

/** Properties of the dialogs that branch off a turn. */
export type BranchDialogProps = { conversationId: string; number: number; onClose: () => void };

const scopes = ['session', 'slot', 'dialog', 'permanent', 'web-view'] as const;
type BranchScope = NonNullable<BranchInput['variables']>[number]['scope'];

/** Goes on after a turn on a branch, with other variables than there were. */
export function EditVariablesDialog(props: BranchDialogProps) {
  const turn = useTurn(props.conversationId, props.number);
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}>
      <DialogContent size="lg" title={`Continue after turn ${props.number} with other variables`} description="A new branch begins there; this conversation stays as it is.">
        {turn.data ? (
          <VariablesForm {...props} recorded={toScopedRows(turn.data.variablesAfter)} />
        ) : turn.isError ? (
          <Callout tone="bad" what="The turn could not be loaded" why={turn.error.message} />
        ) : (
          <SkeletonRows label="Loading the variables of the turn" />
        )}
      </DialogContent>
    </Dialog>
  );
}

function VariablesForm({ conversationId, number, onClose, recorded }: BranchDialogProps & { recorded: VariableRow[] }) {
  const { preview } = usePreviewParts();
  const branch = useBranchConversation(preview.botId, conversationId);
  const [rows, setRows] = useState(() => (recorded.length > 0 ? recorded : [newRow([])]));
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const read = readRows(rows);
    setProblems(read.ok ? new Map() : read.problems);
    if (!read.ok) return;
    const variables = listChanges(recorded, rows).flatMap(({ scope, ...change }) => (isBranchScope(scope) ? [{ ...change, scope }] : []));
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
    <form ref={firstFieldRef} className="flex flex-col gap-4" onSubmit={submit}>
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
  );
}

function isBranchScope(scope: string): scope is BranchScope {
  return scopes.some((known) => known === scope);
}
