'use client';

import { toSettingsInput, toSettingsValues } from '@/components/studio/web-view/settings/settings-values';
import { notify } from '@/components/ui/toaster';
import { useEditForm } from '@/lib/client/use-edit-form';
import { useSaveWebViewSettings } from '@/lib/client/use-web-view';
import { storedWebViewSettingsSchema, webViewSettingsSchema, type StoredWebViewSettings } from '@/lib/modules/web-view/web-view-settings.schema';

/** The form over a bot's Web View settings. */
export type SettingsForm = ReturnType<typeof useSettingsForm>;

/** Edits a bot's Web View settings; a save can be taken back from the toast. */
export function useSettingsForm(botId: string, stored: StoredWebViewSettings) {
  const saveSettings = useSaveWebViewSettings(botId);
  const form = useEditForm({
    thing: stored,
    thingSchema: storedWebViewSettingsSchema,
    schema: webViewSettingsSchema,
    toValues: toSettingsValues,
    toInput: toSettingsInput,
    save: (settings, version) => saveSettings.mutateAsync({ settings, version }),
    onSaved: (saved, before) =>
      notify.undo('Saved the Web View settings', () => {
        saveSettings.mutateAsync({ settings: before.settings, version: saved.version }).catch((error: Error) => notify.error('The change stands', error.message));
      }),
  });
  return { ...form, discard: () => form.reset(toSettingsValues(form.base)) };
}
