'use client';

import { useState, type FormEvent } from 'react';

import type { PreviewSetup } from '@/components/studio/preview/preview-session';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { VariableEditor } from '@/components/studio/preview/state/variable-editor';
import { readRows, toRows } from '@/components/studio/preview/state/variable-rows';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

/** Begins a preview anew: at which dialog, with which variables, and who the consumer is. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const { preview, draft } = usePreviewParts();
  const { setup } = preview.session;
  const [consumer, setConsumer] = useState(setup.consumer);
  const [dialogId, setDialogId] = useState(setup.dialogId ?? '');
  const [rows, setRows] = useState(() => toRows(setup.variables));
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());
  const dialogs = draft.content?.dialogIds.flatMap((id) => draft.content?.dialogs[id] ?? []) ?? [];
  const set = (part: Partial<PreviewSetup['consumer']>) => setConsumer((current) => ({ ...current, ...part }));

  function begin(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const read = readRows(rows);
    setProblems(read.ok ? new Map() : read.problems);
    if (!read.ok) return;
    preview.restart({ ...setup, consumer, dialogId: dialogId || null, variables: Object.fromEntries(read.variables.map(({ name, value }) => [name, value])) });
    onClose();
  }

  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title="Start another preview" description="Kept for the next restarts, until you change it.">
        <form className="flex flex-col gap-4" onSubmit={begin}>
          <Field label="Start at">
            <Select value={dialogId} onChange={(event) => setDialogId(event.target.value)}>
              <option value="">The bot’s greeting</option>
              {dialogs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label="Consumer’s name">
              <Input value={consumer.name} onChange={(event) => set({ name: event.target.value })} />
            </Field>
            <Field label="Consumer’s id" hint="Left empty, it is somebody new each time.">
              <Input isCode value={consumer.id} onChange={(event) => set({ id: event.target.value })} />
            </Field>
            <Field label="Channel">
              <Select value={consumer.channel} onChange={(event) => set({ channel: event.target.value })}>
                {channels.map(([channel, label]) => (
                  <option key={channel} value={channel}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="Language" hint="For example en-GB or de.">
              <Input isCode value={consumer.language} onChange={(event) => set({ language: event.target.value })} />
            </Field>
          </div>
          <div className="flex flex-col gap-1">
            <p className="text-xs font-medium">Session variables at the start</p>
            <VariableEditor rows={rows} onChange={setRows} scopes={['session']} isTyped problems={problems} />
          </div>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" type="submit">
              Start
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** Channels as `getUserChannel` names them. Source: conversation-builder reference, section 5.4. */
const channels: readonly (readonly [string, string])[] = [
  ['lp_web', 'Web messaging (lp_web)'],
  ['lp_inapp', 'In an app (lp_inapp)'],
  ['lp_fb', 'Facebook (lp_fb)'],
  ['lp_rcs', 'RCS (lp_rcs)'],
  ['lp_sms', 'SMS, texts only (lp_sms)'],
  ['lp_whatsapp', 'WhatsApp, texts only (lp_whatsapp)'],
  ['lp_abc', 'Apple Messages, texts only (lp_abc)'],
];
