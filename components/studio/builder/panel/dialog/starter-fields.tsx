'use client';

import { LinesField } from '@/components/studio/builder/panel/fields/lines-field';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Select } from '@/components/ui/select';
import type { DialogStarter } from '@/lib/engine/program/dialog.schema';

/** Properties of `StarterFields`. */
export type StarterFieldsProps = { starter: DialogStarter; onChange: (starter: DialogStarter) => void };

/** What starts a dialog. Source: conversation-builder reference, section 7.2. */
export function StarterFields({ starter, onChange }: StarterFieldsProps) {
  const intents = Object.values(useDraft().content.intents);
  const { intentId } = starter;
  const isGone = intentId !== null && !intents.some(({ id }) => id === intentId);
  return (
    <>
      <LinesField
        label="Patterns"
        field="starter.patterns"
        lines={starter.patterns}
        onChange={(patterns) => onChange({ ...starter, patterns })}
        placeholder={'(hi|hello)*\n*account statement*'}
        hint={
          <>
            One a line; what the consumer says must fit one as a whole. <code>*</code> stands for any text, <code>( | )</code> for alternatives.
          </>
        }
      />
      <LinesField label="Exclude Keywords" field="starter.excludeKeywords" lines={starter.excludeKeywords} onChange={(excludeKeywords) => onChange({ ...starter, excludeKeywords })} hint="What fits one of these does not start the dialog." />
      <PanelField label="Intent" field="starter.intentId" hint={intents.length === 0 ? 'This bot has none yet. Make one under Intents & entities.' : undefined}>
        <Select value={intentId ?? ''} onChange={(event) => onChange({ ...starter, intentId: event.target.value || null })}>
          <option value="">None</option>
          {isGone ? <option value={intentId}>a deleted intent</option> : null}
          {intents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </PanelField>
    </>
  );
}
