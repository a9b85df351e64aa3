'use client';

import { MetadataField } from '@/components/studio/builder/panel/lists/metadata-field';
import { RowList } from '@/components/studio/builder/panel/lists/row-list';
import { TemplateCell } from '@/components/studio/builder/panel/lists/template-cell';
import { ChoicesFromDataFields } from '@/components/studio/builder/panel/lists/choices-from-data-fields';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import type { Choice, ChoicesFromData } from '@/lib/engine/program/choice.schema';

/** Properties of `ChoicesEditor`. */
export type ChoicesEditorProps = {
  choices: readonly Choice[];
  fromData: ChoicesFromData | null;
  onChange: (parts: { choices?: Choice[]; choicesFromData?: ChoicesFromData | null }) => void;
  /** Quick replies can have an icon. */
  hasImages: boolean;
};

/** What consumers can choose: fixed choices, and some for each element of data. */
export function ChoicesEditor({ choices, fromData, onChange, hasImages }: ChoicesEditorProps) {
  return (
    <>
      <PanelField label="Choices" field="choices" hint="The payload is what the bot gets; without one it gets the label.">
        <RowList
          label="Choices"
          noun="choice"
          rows={choices}
          countMax={50}
          onChange={(rows) => onChange({ choices: rows })}
          build={() => ({ id: crypto.randomUUID(), label: '', payload: '', imageUrl: '', metadata: [] })}
        >
          {(choice, patch, index) => (
            <div className="flex flex-col gap-1">
              <div className="flex flex-wrap gap-1">
                <TemplateCell field={`choices.${index}.label`} label={`Label of choice ${index + 1}`} placeholder="Label" value={choice.label} onChange={(label) => patch({ label })} />
                <TemplateCell field={`choices.${index}.payload`} label={`Payload of choice ${index + 1}`} placeholder="Payload" value={choice.payload} onChange={(payload) => patch({ payload })} />
              </div>
              {hasImages ? <TemplateCell field={`choices.${index}.imageUrl`} label={`Image URL of choice ${index + 1}`} placeholder="Image URL (a small icon)" value={choice.imageUrl} onChange={(imageUrl) => patch({ imageUrl })} /> : null}
              <MetadataField label={`Metadata of choice ${index + 1}`} value={choice.metadata} onChange={(metadata) => patch({ metadata })} />
            </div>
          )}
        </RowList>
      </PanelField>
      <ChoicesFromDataFields value={fromData} onChange={(choicesFromData) => onChange({ choicesFromData })} />
    </>
  );
}
