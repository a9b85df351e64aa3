'use client';

import { useState, type FormEvent } from 'react';

import { VariableEditor } from '@/components/studio/preview/state/variable-editor';
import { readRows, type VariableRow } from '@/components/studio/preview/state/variable-rows';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { FormFailure } from '@/components/ui/form-failure';
import { useSetConversationVariables } from '@/lib/client/use-conversation';

/** Properties of `SetVariablesDialog`. */
export type SetVariablesDialogProps = {
  conversationId: string;
  /** What the table begins with: the variable that is changed, or an empty row. */
  row: VariableRow;
  onClose: () => void;
};

/** Sets variables of the running preview, for its next turn. */
export function SetVariablesDialog({ conversationId, row, onClose }: SetVariablesDialogProps) {
  const setVariables = useSetConversationVariables(conversationId);
  const [rows, setRows] = useState([row]);
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());
  const isExisting = row.name !== '';

  function save(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const read = readRows(rows);
    setProblems(read.ok ? new Map() : read.problems);
    if (read.ok) setVariables.mutate({ variables: read.variables }, { onSuccess: onClose });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title="Set variables" description="The next turn finds them so." size="lg">
        <form className="flex flex-col gap-4" onSubmit={save}>
          <VariableEditor rows={rows} onChange={setRows} scopes={['session', 'slot', 'dialog', 'permanent', 'web-view', 'request']} isTyped problems={problems} />
          <FormFailure what="The variables were not set" failure={setVariables.error} />
          <DialogFooter>
            {isExisting ? (
              <Button className="mr-auto" onClick={() => setVariables.mutate({ variables: [{ scope: row.scope, name: row.name, value: null }] }, { onSuccess: onClose })}>
                Remove {row.name}
              </Button>
            ) : null}
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" type="submit" isBusy={setVariables.isPending}>
              Set
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
