'use client';

import { useState, type ReactNode } from 'react';

import { followRenames, findRenames, type SavedRename } from '@/components/studio/designer/renames/follow-renames';
import { useDraftIfOpen } from '@/components/studio/draft/draft-context';
import { ReplacePreview } from '@/components/studio/find-replace/replace-preview';
import { useBotEdit } from '@/components/studio/find-replace/use-bot-edit';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import type { Integration } from '@/lib/modules/integration/integration.contract';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { EditedBot } from '@/lib/modules/draft/change-texts.rules';

interface Offer {
  renames: SavedRename[];
  edited: EditedBot;
}

/** Offers, after an integration was saved under other names, to let the rest of the bot follow. Show `dialog` somewhere. */
export function useRenameFollowUp(): { offer: (before: IntegrationDefinition, saved: Integration) => void; dialog: ReactNode } {
  const draft = useDraftIfOpen();
  const [offered, setOffered] = useState<Offer | null>(null);
  return {
    offer(before, { id, version, definition }) {
      const renames = findRenames(before, definition);
      if (!draft?.surroundings || renames.length === 0) return;
      const edited = followRenames(draft.content, draft.surroundings.integrations, { before, saved: { id, version, definition } });
      if (edited) setOffered({ renames, edited });
    },
    dialog: offered && draft ? <FollowUpDialog {...offered} onClose={() => setOffered(null)} /> : null,
  };
}

function FollowUpDialog({ renames, edited, onClose }: Offer & { onClose: () => void }) {
  const applyEdit = useBotEdit();
  const { length } = edited.changes;
  const names = renames.map(({ from, to }) => `“${from}” is now “${to}”`).join(', ');
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent size="lg" title={`Update ${length === 1 ? 'one place that uses' : `${length} places that use`} the old ${renames.length === 1 ? 'name' : 'names'}?`} description={`${names}. The integration is saved; the rest of the bot still uses the old.`}>
        <ReplacePreview
          title={`${length} ${length === 1 ? 'place changes' : 'places change'}`}
          edited={edited}
          confirmLabel="Update all"
          backLabel="Leave as they are"
          onBack={onClose}
          onConfirm={async () => {
            await applyEdit(`Follow the new ${renames.length === 1 ? 'name' : 'names'} of the integration`, edited);
            onClose();
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
