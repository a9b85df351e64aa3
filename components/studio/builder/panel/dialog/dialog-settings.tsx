'use client';

import { dialogKinds } from '@/components/studio/builder/model/edit-dialogs';
import { DisambiguationFields } from '@/components/studio/builder/panel/dialog/disambiguation-fields';
import { StarterFields } from '@/components/studio/builder/panel/dialog/starter-fields';
import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { PanelHead } from '@/components/studio/builder/panel/panel-head';
import { usePanelFacts } from '@/components/studio/builder/panel/panel-context';
import { RenamePreview } from '@/components/studio/builder/uses/rename-preview';
import { useRename } from '@/components/studio/builder/uses/use-rename';
import { WhereUsed } from '@/components/studio/builder/uses/where-used';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import type { Dialog } from '@/lib/engine/program/dialog.schema';

/** Properties of `DialogSettings`. */
export type DialogSettingsProps = { dialog: Dialog; onBack: (() => void) | null };

/** Everything about the dialog itself: how it starts, and what it allows. Source: reference, sections 7.1, 7.2 and 7.8. */
export function DialogSettings({ dialog, onBack }: DialogSettingsProps) {
  const { change } = useDraft();
  const { pending, rename, confirm, cancel } = useRename();
  const wholeProblems = usePanelFacts().problems.filter(({ place }) => place.field === undefined);
  const patch = (parts: Partial<Dialog>) =>
    change(`Edit ${dialog.name}`, ({ dialogs }) => {
      const found = dialogs[dialog.id];
      if (found) Object.assign(found, parts);
    });
  return (
    <>
      <PanelHead label="Dialog Name" name={dialog.name} onRename={(name) => rename({ kind: 'dialog', id: dialog.id }, { oldName: dialog.name, newName: name })} onBack={onBack}>
        <Badge className="mt-1">{dialogKinds[dialog.kind].label}</Badge>
      </PanelHead>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
        {wholeProblems.map(({ code, message, severity }) => (
          <p key={code} className={severity === 'error' ? 'text-xs text-bad' : 'text-xs text-warn'}>
            {message}
          </p>
        ))}
        <div data-first-field className="flex flex-col gap-4">
          {dialog.kind === 'standard' ? <StarterFields starter={dialog.starter} onChange={(starter) => patch({ starter })} /> : <p className="text-muted">{dialogKinds[dialog.kind].hint}.</p>}
          {dialog.kind === 'disambiguation' ? <DisambiguationFields value={dialog.disambiguation} onChange={(disambiguation) => patch({ disambiguation })} /> : null}
          {dialog.kind === 'auto-escalation' ? (
            <NumberField label="Auto Escalation Threshold" field="escalationThreshold" value={dialog.escalationThreshold} min={1} max={20} onChange={(escalationThreshold) => patch({ escalationThreshold })} hint="So many fallback answers in one question are tolerated; the next one starts this dialog." />
          ) : null}
        </div>
        <div className="flex flex-col gap-2">
          <Switch label="Enable Dialog" checked={dialog.enabled} onCheckedChange={(enabled) => patch({ enabled })} />
          <Switch label="Answers that fit nothing may start another dialog" checked={dialog.allowsSwitchingAway} onCheckedChange={(allowsSwitchingAway) => patch({ allowsSwitchingAway })} />
          <Switch label="When it is complete, the dialog that it interrupted goes on" checked={dialog.returnsToPrevious} onCheckedChange={(returnsToPrevious) => patch({ returnsToPrevious })} />
        </div>
        <PanelField label="Description" field="description">
          <Textarea rows={2} maxLength={2_000} value={dialog.description} onChange={(event) => patch({ description: event.target.value })} className="min-h-10" />
        </PanelField>
        <WhereUsed target={{ kind: 'dialog', id: dialog.id }} />
        <p className="flex min-w-0 items-center gap-1 text-xs text-muted">
          ID <code className="truncate">{dialog.id}</code>
          <CopyButton label="Copy dialog id" value={dialog.id} />
        </p>
      </div>
      {pending ? <RenamePreview pending={pending} onConfirm={confirm} onCancel={cancel} /> : null}
    </>
  );
}
