'use client';

import { useState } from 'react';

import { toChannelInput, type ChannelValues } from '@/components/studio/channels/editor/channel-values';
import { channelSettingsSchema, type ChannelSettings } from '@/lib/modules/channel/channel.schema';

/** The settings being edited, each part as it last could be used: half a colour changes nothing. */
export function useShownSettings(values: ChannelValues): ChannelSettings {
  const [shown, setShown] = useState(() => ({ values, settings: toUsable(values, null) }));
  if (shown.values === values) return shown.settings;
  const settings = toUsable(values, shown.settings);
  setShown({ values, settings });
  return settings;
}

/** What of the settings is valid; the rest as it was, or its default. */
function toUsable(values: ChannelValues, before: ChannelSettings | null): ChannelSettings {
  const { settings } = toChannelInput(values);
  const whole = channelSettingsSchema.safeParse(settings);
  if (whole.success) return whole.data;
  const base = before ?? channelSettingsSchema.parse({});
  const appearance = Object.entries(values.settings.appearance).reduce((good, [key, value]) => {
    const tried = channelSettingsSchema.shape.appearance.safeParse({ ...good, [key]: value });
    return tried.success ? tried.data : good;
  }, base.appearance);
  const texts = channelSettingsSchema.shape.texts.safeParse(values.settings.texts);
  return { ...base, appearance, texts: texts.success ? texts.data : base.texts };
}
