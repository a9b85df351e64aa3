'use client';

import { useState, type FormEvent } from 'react';

import { buildUuid } from '@/components/studio/designer/build-uuid';
import { VariableEditor } from '@/components/studio/preview/state/variable-editor';
import { newRow, readRows } from '@/components/studio/preview/state/variable-rows';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { useConversationInput } from '@/lib/client/use-conversation';

/** Does what a web view's page would do: writes variables and a message back into the conversation. */
export function WebViewPostDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const input = useConversationInput(conversationId);
  const [rows, setRows] = useState(() => [newRow([], { scope: 'web-view' })]);
  const [message, setMessage] = useState('');
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());
  // One post, however often it has to be sent.
  const [messageId] = useState(buildUuid);

  function send(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const read = readRows(rows);
    setProblems(read.ok ? new Map() : read.problems);
    if (!read.ok) return;
    const variables = Object.fromEntries(read.variables.map(({ name, value }) => [name, String(value)]));
    input.mutate({ kind: 'web-view-post', body: { messageId, variables, message: message === '' ? null : message } }, { onSuccess: onClose });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title="Post from a page" description="What a web view’s page would write back into this conversation.">
        <form className="flex flex-col gap-4" onSubmit={send}>
          <div className="flex flex-col gap-1">
            <p className="text-xs font-medium">Variables</p>
            <VariableEditor rows={rows} onChange={setRows} scopes={['web-view']} isTyped={false} problems={problems} />
          </div>
          <Field label="Message" hint="Said for the consumer; left empty, only the variables are set.">
            <Input value={message} onChange={(event) => setMessage(event.target.value)} />
          </Field>
          <FormFailure what="The post did not arrive" failure={input.error} />
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" type="submit" isBusy={input.isPending}>
              Post
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
