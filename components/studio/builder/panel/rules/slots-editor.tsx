'use client';

import { durationWords } from '@/components/studio/builder/panel/lists/assignments-editor';
import { RowList } from '@/components/studio/builder/panel/lists/row-list';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { SlotAssignment, VariableDuration } from '@/lib/engine/program/rule.schema';

/** Properties of `SlotsEditor`. */
export type SlotsEditorProps = { slots: readonly SlotAssignment[]; onChange: (slots: SlotAssignment[]) => void };

/** Slots filled with entities found in the answer. Source: conversation-builder reference, section 8.5. */
export function SlotsEditor({ slots, onChange }: SlotsEditorProps) {
  const entities = Object.values(useDraft().content.entities);
  return (
    <RowList label="Slots" noun="slot" rows={slots} countMax={20} isUnordered onChange={onChange} build={() => ({ slot: '', entityId: entities[0]?.id ?? '', duration: 'session' as const })}>
      {({ slot, entityId, duration }, patch, index) => (
        <div className="flex flex-wrap gap-1">
          <Input isCode aria-label={`Name of slot ${index + 1}`} placeholder="slot" value={slot} onChange={(event) => patch({ slot: event.target.value })} className="w-32 shrink-0" />
          <Select aria-label={`Entity of slot ${index + 1}`} value={entityId} onChange={(event) => patch({ entityId: event.target.value })} className="min-w-32 flex-1">
            <option value="">@entity</option>
            {entities.map(({ id, name }) => (
              <option key={id} value={id}>
                @{name}
              </option>
            ))}
          </Select>
          {/* The values of the options are durations. */}
          <Select aria-label={`Duration of slot ${index + 1}`} value={duration} onChange={(event) => patch({ duration: event.target.value as VariableDuration })} className="w-28 shrink-0">
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
