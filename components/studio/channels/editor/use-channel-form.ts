'use client';

import { useState, type FormEvent } from 'react';

import { findWrongLanguage, toChannelInput, toChannelValues, type ChannelValues } from '@/components/studio/channels/editor/channel-values';
import { notify } from '@/components/ui/toaster';
import { useSaveChannel } from '@/lib/client/use-channels';
import { useEditForm } from '@/lib/client/use-edit-form';
import { channelInputSchema, channelSchema, type Channel } from '@/lib/modules/channel/channel.schema';

/** The form over a channel. */
export type ChannelForm = ReturnType<typeof useChannelForm>;

/** Edits a channel; a save can be taken back from the toast. */
export function useChannelForm(channel: Channel) {
  const saveChannel = useSaveChannel(channel.id);
  const [chosenLanguage, setLanguage] = useState(channel.settings.defaultLanguage);
  const form = useEditForm({
    thing: channel,
    thingSchema: channelSchema,
    schema: channelInputSchema,
    toValues: toChannelValues,
    toInput: toChannelInput,
    save: (input, version) => saveChannel.mutateAsync({ ...input, version }),
    onSaved: (saved, { name, botId, settings }) =>
      notify.undo(`Saved channel ${saved.name}`, () => {
        saveChannel.mutateAsync({ name, botId, settings, version: saved.version }).catch((error: Error) => notify.error('The change stands', error.message));
      }),
  });
  const { values, set } = form;

  return {
    ...form,
    /** The language whose texts are shown. */
    language: chosenLanguage in values.settings.texts ? chosenLanguage : values.settings.defaultLanguage,
    setLanguage,
    setSettings: (change: Partial<ChannelValues['settings']>) => set({ settings: { ...values.settings, ...change } }),
    setAppearance: (change: Partial<ChannelValues['settings']['appearance']>) => set({ settings: { ...values.settings, appearance: { ...values.settings.appearance, ...change } } }),
    save(event?: FormEvent) {
      // What is wrong must be in sight to be mended.
      const wrong = findWrongLanguage(values);
      if (wrong !== null) setLanguage(wrong);
      void form.submit(event);
    },
    discard: () => form.reset(toChannelValues(form.base)),
  };
}
