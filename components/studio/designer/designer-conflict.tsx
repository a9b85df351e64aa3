'use client';

import { buildConflictRows } from '@/components/studio/designer/conflict-rows';
import { toDefinitionInput } from '@/components/studio/designer/draft/integration-draft';
import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { CopyButton } from '@/components/ui/copy-button';
import { notify } from '@/components/ui/toaster';
import { useCredentials } from '@/lib/client/use-credentials';

/** Both versions when somebody else saved the integration first; nothing is lost whatever one chooses. */
export function DesignerConflict({ form }: { form: DesignerForm }) {
  const credentials = useCredentials().data;
  if (!form.conflict) return null;
  const mine = toDefinitionInput(form.draft);
  const credentialName = (id: string) => credentials?.find((credential) => credential.id === id)?.name ?? id;
  return (
    <ConflictDialog
      open
      onOpenChange={form.closeConflict}
      what="this integration"
      rows={buildConflictRows(mine, form.conflict.definition, credentialName)}
      aside={
        <span className="flex items-center text-muted">
          <CopyButton label="Copy my version as JSON" value={() => JSON.stringify(mine, null, 2)} />
          Copy mine
        </span>
      }
      onKeepMine={() => void form.keepMine()}
      onTakeTheirs={() => notify.undo('Shows their version now', form.takeTheirs())}
    />
  );
}
