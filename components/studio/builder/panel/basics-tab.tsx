'use client';

import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';
import { KindFields } from '@/components/studio/builder/panel/fields/kind-fields';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { WhereUsed } from '@/components/studio/builder/uses/where-used';
import { CopyButton } from '@/components/ui/copy-button';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import type { Interaction } from '@/lib/engine/program/interaction.schema';

/** Properties of `BasicsTab`. */
export type BasicsTabProps = { interaction: Interaction; patch: (parts: object) => void };

/** All settings of an interaction but rules, code and next action. Source: conversation-builder reference, section 6.2. */
export function BasicsTab({ interaction, patch }: BasicsTabProps) {
  return (
    <div className="flex flex-col gap-4 p-3">
      <div data-first-field className="flex flex-col gap-4">
        <KindFields interaction={interaction} patch={patch} />
      </div>
      {'fallbackResponse' in interaction ? (
        <TemplateField label="Fallback Response" field="fallbackResponse" multiline value={interaction.fallbackResponse} onChange={(fallbackResponse) => patch({ fallbackResponse })} hint="Sent when nothing takes the answer; then the question is asked again." />
      ) : null}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <NumberField label="Interaction Delay (ms)" field="delayMs" value={interaction.delayMs} min={0} max={10_000} step={100} onChange={(delayMs) => patch({ delayMs })} />
        <Switch label="Interaction Enabled" checked={interaction.enabled} onCheckedChange={(enabled) => patch({ enabled })} />
      </div>
      <PanelField label="Comment" field="comment" aside={interaction.comment.length > 200 ? `${interaction.comment.length} of 240` : undefined}>
        <Textarea rows={2} maxLength={240} value={interaction.comment} onChange={(event) => patch({ comment: event.target.value })} className="min-h-10" />
      </PanelField>
      <WhereUsed target={{ kind: 'interaction', id: interaction.id }} />
      <p className="flex min-w-0 items-center gap-1 text-xs text-muted">
        ID <code className="truncate">{interaction.id}</code>
        <CopyButton label="Copy interaction id" value={interaction.id} />
      </p>
    </div>
  );
}
