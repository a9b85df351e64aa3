'use client';

import type { PendingRename } from '@/components/studio/builder/uses/use-rename';
import { TextChanges } from '@/components/studio/find-replace/text-changes';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogContent, DialogFooter } from '@/components/ui/dialog';

/** Properties of `RenamePreview`. */
export type RenamePreviewProps = { pending: PendingRename; onConfirm: () => void; onCancel: () => void };

/** What a new name changes besides the name, before it does. */
export function RenamePreview({ pending: { oldName, newName, renaming }, onConfirm, onCancel }: RenamePreviewProps) {
  const { changes, skippedScripts } = renaming;
  return (
    <Dialog open onOpenChange={(open) => !open && onCancel()}>
      <DialogContent size="lg" title={`Rename “${oldName}” to “${newName}”`} description={`${changes.length} ${changes.length === 1 ? 'place changes' : 'places change'}. One undo takes it all back.`}>
        <TextChanges changes={changes} />
        {skippedScripts.length > 0 ? (
          <Callout tone="warn" what={`${skippedScripts.length === 1 ? 'One script' : `${skippedScripts.length} scripts`} can’t be read and stay as they are`} why="They have syntax errors and seem to hold the old name. Correct them, then look there yourself." />
        ) : null}
        <DialogFooter>
          <Button onClick={onCancel}>Cancel</Button>
          <Button variant="primary" onClick={onConfirm}>
            Rename
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
