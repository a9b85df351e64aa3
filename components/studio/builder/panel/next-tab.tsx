'use client';

import { describeNext } from '@/components/studio/builder/model/describe-next';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { NextActionPicker } from '@/components/studio/builder/picker/next-action-picker';
import { useBuilder } from '@/components/studio/builder/builder-context';
import { useBotNames } from '@/components/studio/builder/use-bot-names';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Button } from '@/components/ui/button';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { NextAction } from '@/lib/engine/program/next-action.schema';

/** Properties of `NextTab`. */
export type NextTabProps = { interaction: Interaction; patch: (parts: { next: NextAction }) => void };

/** Where the flow goes on. Source: conversation-builder reference, section 6.7. */
export function NextTab({ interaction, patch }: NextTabProps) {
  const { jump } = useBuilder();
  const { dialogId, interactionId } = describeNext(interaction.next, useBotNames(useDraft().content));
  const hasRules = 'rules' in interaction && interaction.rules.length > 0;
  return (
    <div className="flex flex-col gap-3 p-3">
      <PanelField label="Next action" field="next" hint={hasRules ? 'Used when no rule matches that leads elsewhere.' : hintByKind[interaction.next.kind]}>
        <NextActionPicker value={interaction.next} onChange={(next) => patch({ next })} isQuestion={'processUserResponse' in interaction} />
      </PanelField>
      {dialogId === null ? null : (
        <Button size="sm" className="self-start" onClick={() => jump({ dialogId, interactionId })}>
          Go there
        </Button>
      )}
    </div>
  );
}

const hintByKind: Record<NextAction['kind'], string | undefined> = {
  next: 'After the last interaction the dialog is complete, and the one beneath it goes on.',
  repeat: 'The same question again.',
  end: 'Stops here. No dialog beneath this one goes on.',
  back: 'The question before this one.',
  'close-conversation': 'Ends the conversation without a survey.',
  'close-dialog': 'Ends the conversation; the survey dialog runs, if there is one.',
  interaction: undefined,
  dialog: undefined,
};
