'use client';

import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';
import type { Dialog } from '@/lib/engine/program/dialog.schema';

/** Properties of `DisambiguationFields`. */
export type DisambiguationFieldsProps = { value: Dialog['disambiguation']; onChange: (value: Dialog['disambiguation']) => void };

/** How the bot asks which of several intents was meant. Source: conversation-builder reference, section 7.5. */
export function DisambiguationFields({ value, onChange }: DisambiguationFieldsProps) {
  return (
    <>
      <TemplateField label="Question" field="disambiguation.text" multiline value={value.text} onChange={(text) => onChange({ ...value, text })} />
      <NumberField label="# of intents offered" field="disambiguation.intentCountMax" value={value.intentCountMax} min={2} max={3} onChange={(intentCountMax) => onChange({ ...value, intentCountMax })} />
      <TemplateField label="Additional option" field="disambiguation.noneLabel" value={value.noneLabel} onChange={(noneLabel) => onChange({ ...value, noneLabel })} />
      <TemplateField label="Reply to it" field="disambiguation.noneReply" value={value.noneReply} onChange={(noneReply) => onChange({ ...value, noneReply })} />
    </>
  );
}
