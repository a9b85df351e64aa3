'use client';

import { notify } from '@/components/ui/toaster';
import { useEditForm } from '@/lib/client/use-edit-form';
import { useUpdateWorkspaceSettings } from '@/lib/client/use-workspace';
import { workspaceChangeSchema, workspaceSettingsSchema, type WorkspaceSettings } from '@/lib/modules/workspace/workspace.contract';

/** The form over the workspace's settings; each page shows its part of it. */
export function useWorkspaceForm(settings: WorkspaceSettings) {
  const update = useUpdateWorkspaceSettings();
  return useEditForm({
    thing: settings,
    thingSchema: workspaceSettingsSchema,
    schema: workspaceChangeSchema,
    toValues: toWorkspaceValues,
    save: (input, version) => update.mutateAsync({ ...input, version }),
    onSaved: () => notify.success('Saved the settings'),
  });
}

/** What can be changed of the settings. */
export function toWorkspaceValues({ name, outboundAllow }: WorkspaceSettings) {
  return { name, outboundAllow };
}
