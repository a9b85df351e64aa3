'use client';

import { useShortcut } from '@/components/studio/frame/use-shortcut';
import { useUnsavedGuard } from '@/components/studio/frame/unsaved-guard';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

/** Properties of `SaveActions`. */
export type SaveActionsProps = { isDirty: boolean; isBusy: boolean; onSave: () => void; onDiscard: () => void };

/** Save and discard in the header of a page that edits one thing; ⌘S saves, and leaving with changes asks first. */
export function SaveActions({ isDirty, isBusy, onSave, onDiscard }: SaveActionsProps) {
  useUnsavedGuard(isDirty);
  useShortcut('mod+s', onSave, { label: 'Save' });
  return (
    <>
      {isDirty ? (
        <Button variant="ghost" onClick={onDiscard} disabled={isBusy}>
          Discard changes
        </Button>
      ) : null}
      <Button variant="primary" onClick={onSave} isBusy={isBusy} disabled={!isDirty}>
        Save
        <Kbd keys="mod+s" className="max-md:hidden" />
      </Button>
    </>
  );
}

/** Beside the title while something is unsaved. */
export function UnsavedSign({ isDirty }: { isDirty: boolean }) {
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-xs text-muted">
      {isDirty ? (
        <>
          <span aria-hidden className="size-1.5 rounded-full bg-warn" />
          unsaved
        </>
      ) : null}
    </span>
  );
}
