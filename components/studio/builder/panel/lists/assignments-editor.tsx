'use client';

import { CellField } from '@/components/studio/builder/panel/lists/cell-field';
import { RowList } from '@/components/studio/builder/panel/lists/row-list';
import { TemplateCell } from '@/components/studio/builder/panel/lists/template-cell';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { VariableAssignment, VariableDuration } from '@/lib/engine/program/rule.schema';

/** Properties of `AssignmentsEditor`. */
export type AssignmentsEditorProps = { assignments: readonly VariableAssignment[]; onChange: (assignments: VariableAssignment[]) => void };

/** How long a variable lives. Source: conversation-builder reference, section 8.4. */
export const durationWords: Record<VariableDuration, string> = { request: 'Request', dialog: 'Dialog', session: 'Session', permanent: 'Permanent' };

/** Variables to store: name, value, duration. */
export function AssignmentsEditor({ assignments, onChange }: AssignmentsEditorProps) {
  return (
    <RowList label="Variables to store" noun="variable" rows={assignments} countMax={50} onChange={onChange} build={() => ({ name: '', value: '', duration: 'session' as const })}>
      {({ name, value, duration }, patch, index) => (
        <div className="flex flex-wrap gap-1">
          <CellField field={`assignments.${index}.name`}>
            <Input isCode aria-label={`Name of variable ${index + 1}`} placeholder="name" value={name} onChange={(event) => patch({ name: event.target.value })} className="w-32 shrink-0" />
          </CellField>
          <TemplateCell field={`assignments.${index}.value`} label={`Value of variable ${index + 1}`} placeholder="value" value={value} onChange={(next) => patch({ value: next })} />
          {/* The values of the options are durations. */}
          <Select aria-label={`Duration of variable ${index + 1}`} value={duration} onChange={(event) => patch({ duration: event.target.value as VariableDuration })} className="w-28 shrink-0">
            {Object.entries(durationWords).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </Select>
        </div>
      )}
    </RowList>
  );
}
