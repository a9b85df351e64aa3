'use client';

import { useRestore } from '@/components/studio/releases/use-restore';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Asks before the draft is replaced by a release. Mount it to open it. */
export function RestoreDialog({ release, onClose }: { release: ReleaseSummary; onClose: () => void }) {
  const restore = useRestore();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Restore release ${release.number} into the draft?`}
      confirmLabel="Restore"
      tone="primary"
      onConfirm={() => restore(release)}
    >
      <p>The draft becomes what release {release.number} was, and its integrations too. Integrations made since then stay. What is live does not change.</p>
      <p>Undo in the message that follows brings today’s draft back.</p>
    </ConfirmDialog>
  );
}
