'use client';

import type { PendingRename } from '@/components/studio/builder/uses/use-rename';
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
        <ul className="flex max-h-96 flex-col overflow-y-auto rounded-md border border-line">
          {changes.map(({ owner, label, before, after }, index) => (
            <li key={index} className="border-b border-line px-3 py-1.5 last:border-b-0">
              <p className="text-xs text-muted">
                {owner}: {label}
              </p>
              <ChangedLines before={before} after={after} />
            </li>
          ))}
        </ul>
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

/** The lines that differ; a script has many others. */
function ChangedLines({ before, after }: { before: string; after: string }) {
  const [old, next] = [before.split('\n'), after.split('\n')];
  return old.map((line, index) =>
    line === next[index] ? null : (
      <p key={index} className="font-mono text-xs break-all">
        <del className="text-bad">{line.trim()}</del> → <ins className="text-good no-underline">{next[index]?.trim()}</ins>
      </p>
    ),
  );
}
