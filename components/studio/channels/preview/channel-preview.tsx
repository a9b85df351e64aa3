'use client';

import { useState } from 'react';

import type { ChannelValues } from '@/components/studio/channels/editor/channel-values';
import { nameLanguage } from '@/components/studio/channels/editor/language-names';
import { DesktopScene } from '@/components/studio/channels/preview/desktop-scene';
import { PhoneScene } from '@/components/studio/channels/preview/phone-scene';
import { PreviewFrame } from '@/components/studio/channels/preview/preview-frame';
import { useShownSettings } from '@/components/studio/channels/preview/use-shown-settings';
import { Segmented } from '@/components/studio/designer/segmented';
import { Select } from '@/components/ui/select';

/** Properties of `ChannelPreview`. */
export type ChannelPreviewProps = {
  channelId: string;
  values: ChannelValues;
  botName: string;
  language: string;
  onLanguageChange: (language: string) => void;
};

type Scheme = 'as-set' | 'light' | 'dark';
type Size = 'desktop' | 'phone';
type State = 'open' | 'closed';

/** How a channel looks with what is being edited, saved or not; a made-up conversation, with which nothing happens. */
export function ChannelPreview({ channelId, values, botName, language, onLanguageChange }: ChannelPreviewProps) {
  const [scheme, setScheme] = useState<Scheme>('as-set');
  const [size, setSize] = useState<Size>('desktop');
  const [state, setState] = useState<State>('open');
  const saved = useShownSettings(values);
  const settings = scheme === 'as-set' ? saved : { ...saved, appearance: { ...saved.appearance, colorScheme: scheme } };
  const isOpen = state === 'open';
  const frame = <PreviewFrame channelId={channelId} message={{ kind: 'preview-settings', settings, botName, language }} />;
  const scene = { settings, language, isOpen, onOpenChange: (open: boolean) => setState(open ? 'open' : 'closed'), frame };
  return (
    <section aria-label="Preview of the channel" className="flex min-h-0 flex-1 flex-col bg-canvas">
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2">
        <Segmented label="Size" value={size} options={sizes} onChange={setSize} />
        <Segmented label="State" value={state} options={states} onChange={setState} />
        <Select size="sm" aria-label="Colour scheme of the preview" value={scheme} onChange={(event) => setScheme(schemes.find(({ value }) => value === event.target.value)?.value ?? 'as-set')} className="w-auto">
          {schemes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Select size="sm" aria-label="Language of the preview" value={language} onChange={(event) => onLanguageChange(event.target.value)} className="w-auto">
          {Object.keys(values.settings.texts).map((tag) => (
            <option key={tag} value={tag}>
              {nameLanguage(tag)}
            </option>
          ))}
        </Select>
      </div>
      {size === 'desktop' ? <DesktopScene {...scene} /> : <PhoneScene {...scene} />}
    </section>
  );
}

const sizes: readonly { value: Size; label: string }[] = [
  { value: 'desktop', label: 'Desktop' },
  { value: 'phone', label: 'Phone' },
];
const states: readonly { value: State; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Launcher' },
];
const schemes: readonly { value: Scheme; label: string }[] = [
  { value: 'as-set', label: 'Scheme as set' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
