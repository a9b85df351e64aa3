'use client';

import { callModeOptions, keyOfCallMode } from '@/components/studio/preview/setup/call-mode-options';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Select } from '@/components/ui/select';
import { useSetConversationOptions } from '@/lib/client/use-conversation';
import { useIntegrations } from '@/lib/client/use-integrations';
import type { CallMode, ConversationOptions } from '@/lib/modules/conversation/conversation.schema';

/** How the preview calls integrations: live, from samples, or with faults; all alike or one by one. In force at once. */
export function CallsDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { preview, draft } = usePreviewParts();
  const setOptions = useSetConversationOptions(conversationId);
  const { calls } = preview.session.setup;
  const list = useIntegrations(preview.botId).data;
  const lacksSample = (id: string) => (calls.byIntegrationId[id] ?? calls.default).kind === 'sample' && list?.find((integration) => integration.id === id)?.hasSample === false;

  function change(next: ConversationOptions['calls']) {
    const before = preview.session.setup;
    preview.update(() => ({ setup: { ...before, calls: next } }));
    setOptions.mutate({ calls: next }, { onError: () => preview.update(() => ({ setup: before })) });
  }

  function changeOne(integrationId: string, mode: CallMode | null) {
    const { [integrationId]: _former, ...others } = calls.byIntegrationId;
    change({ ...calls, byIntegrationId: mode === null ? others : { ...others, [integrationId]: mode } });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title="How integrations answer" description="In force from the next turn on, in this preview only. Chaos shows what the bot does when an API fails.">
        <Field label="All integrations">
          <ModeSelect mode={calls.default} isFirst onChange={(mode) => (mode ? change({ ...calls, default: mode }) : undefined)} />
        </Field>
        {draft.integrations.map(({ id, name }) => (
          <Field key={id} label={name} error={lacksSample(id) ? 'It has no sample yet, so it would fail. Run it once in its designer, then choose “Save as sample”.' : null}>
            <ModeSelect mode={calls.byIntegrationId[id] ?? null} hasDefault onChange={(mode) => changeOne(id, mode)} />
          </Field>
        ))}
        {draft.integrations.length === 0 ? <p className="text-muted">This bot has no integrations yet.</p> : null}
        <FormFailure what="The choice was not taken" failure={setOptions.error} />
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

const asAll = 'as-all';

function ModeSelect({ mode, isFirst = false, hasDefault = false, onChange }: { mode: CallMode | null; isFirst?: boolean; hasDefault?: boolean; onChange: (mode: CallMode | null) => void }) {
  return (
    <Select autoFocus={isFirst} value={mode ? keyOfCallMode(mode) : asAll} onChange={(event) => onChange(callModeOptions.find(({ key }) => key === event.target.value)?.mode ?? null)}>
      {hasDefault ? <option value={asAll}>As all integrations</option> : null}
      {callModeOptions.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </Select>
  );
}
