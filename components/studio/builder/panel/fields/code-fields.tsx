'use client';

import type { FieldsProps } from '@/components/studio/builder/panel/fields/fields-props';
import { AssignmentsEditor } from '@/components/studio/builder/panel/lists/assignments-editor';
import { usePanelFacts } from '@/components/studio/builder/panel/panel-context';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { CodeEditor } from '@/components/studio/editors/code-editor';
import { Switch } from '@/components/ui/switch';

/** A rich message as JSON. Source: conversation-builder reference, section 6.6. */
export function UniversalFields({ interaction, patch }: FieldsProps<'universal'>) {
  const { variables, findUnknown } = usePanelFacts();
  return (
    <>
      <PanelField label="JSON" field="json" isRequired hint="A rich message, or a variable that holds one.">
        <CodeEditor language="json" ariaLabel="JSON" value={interaction.json} onChange={(json) => patch({ json })} variables={variables} findUnknown={findUnknown} height={280} />
      </PanelField>
      <Switch label="Wait for an answer" checked={interaction.waitsForAnswer} onCheckedChange={(waitsForAnswer) => patch({ waitsForAnswer })} />
    </>
  );
}

/** Variables that are stored when the flow comes by. */
export function SetVariablesFields({ interaction, patch }: FieldsProps<'set-variables'>) {
  return (
    <PanelField label="Variables to store" field="assignments" hint="A value that is nothing but one variable keeps that variable’s type.">
      <AssignmentsEditor assignments={interaction.assignments} onChange={(assignments) => patch({ assignments })} />
    </PanelField>
  );
}

/** What an import brought along and only its vendor's platform can run. */
export function ForeignFields({ interaction }: Pick<FieldsProps<'foreign'>, 'interaction'>) {
  return (
    <PanelField label={interaction.foreignType || 'Imported interaction'} field="content" hint="Kept as it was imported. Here it is skipped, with a note in the trace. Change its type to replace it.">
      <CodeEditor language="json" ariaLabel="Imported content" readOnly value={JSON.stringify(interaction.content, null, 2)} onChange={() => undefined} height={240} />
    </PanelField>
  );
}
