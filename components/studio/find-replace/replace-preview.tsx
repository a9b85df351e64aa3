'use client';

import { useState } from 'react';

import { TextChanges } from '@/components/studio/find-replace/text-changes';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DialogFooter } from '@/components/ui/dialog';
import type { EditedBot } from '@/lib/modules/draft/change-texts.rules';
import type { DraftSpot } from '@/lib/modules/draft/problem.schema';

/** Properties of `ReplacePreview`. */
export type ReplacePreviewProps = {
  title: string;
  edited: EditedBot & { skippedScripts?: readonly DraftSpot[] };
  confirmLabel: string;
  backLabel?: string;
  onBack: () => void;
  onConfirm: () => Promise<void>;
};

/** Everything that a change of the whole bot does, before it does. */
export function ReplacePreview({ title, edited, confirmLabel, backLabel = 'Back', onBack, onConfirm }: ReplacePreviewProps) {
  const [isBusy, setIsBusy] = useState(false);
  const { changes, integrations, skippedScripts = [] } = edited;
  async function confirm() {
    setIsBusy(true);
    await onConfirm();
    setIsBusy(false);
  }
  return (
    <>
      <p>
        {title}.{' '}
        <span className="text-muted">
          {integrations.length === 0
            ? 'One undo takes it all back.'
            : `Undo in the message that follows takes it all back. ${integrations.length === 1 ? 'An integration is' : `${integrations.length} integrations are`} saved at once, so Ctrl/⌘ Z takes back only what is in the draft.`}
        </span>
      </p>
      <TextChanges changes={changes} />
      {skippedScripts.length > 0 ? (
        <Callout
          tone="warn"
          what={`${skippedScripts.length === 1 ? 'One script' : `${skippedScripts.length} scripts`} can’t be read and stay as they are`}
          why="They have syntax errors and seem to hold the old name. Correct them, then look there yourself."
        />
      ) : null}
      <DialogFooter className="mt-auto">
        <Button onClick={onBack}>{backLabel}</Button>
        <Button variant="primary" isBusy={isBusy} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </>
  );
}
