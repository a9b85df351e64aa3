'use client';

import { AccentField } from '@/components/studio/channels/editor/accent-field';
import type { ChannelForm } from '@/components/studio/channels/editor/use-channel-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { WholeNumberInput } from '@/components/ui/whole-number-input';
import type { ChannelSettings } from '@/lib/modules/channel/channel.schema';

type Appearance = ChannelSettings['appearance'];

/** Colours, logo, and where the messenger stands. */
export function AppearanceSection({ form }: { form: ChannelForm }) {
  const { values, setAppearance, errorAt } = form;
  const { appearance } = values.settings;
  const at = (field: keyof Appearance) => errorAt(`settings.appearance.${field}`);
  return (
    <Section title="Appearance">
      <div className="grid gap-4 @lg:grid-cols-2">
        <AccentField value={appearance.accent} error={at('accent')} onChange={(accent) => setAppearance({ accent })} />
        <Field label="Colour scheme">
          <Select value={appearance.colorScheme} onChange={(event) => setAppearance({ colorScheme: pick(schemes, event.target.value) })}>
            <option value="auto">As the consumer’s device</option>
            <option value="light">Always light</option>
            <option value="dark">Always dark</option>
          </Select>
        </Field>
        <Field label="Logo" error={at('logoUrl')} hint="Address of a square picture, shown in the header. Empty: none.">
          <Input isCode placeholder="https://shop.example/logo.png" value={appearance.logoUrl} onChange={(event) => setAppearance({ logoUrl: event.target.value })} />
        </Field>
        <Field label="Icon of the launcher" hint={appearance.launcherIcon === 'logo' && appearance.logoUrl === '' ? 'Without a logo, the speech bubble stands in.' : undefined}>
          <Select value={appearance.launcherIcon} onChange={(event) => setAppearance({ launcherIcon: pick(icons, event.target.value) })}>
            <option value="chat">Speech bubble</option>
            <option value="question">Question mark</option>
            <option value="logo">Logo</option>
          </Select>
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-4 @lg:grid-cols-3">
        <Field label="Position" className="max-@lg:col-span-2">
          <Select value={appearance.position} onChange={(event) => setAppearance({ position: pick(positions, event.target.value) })}>
            <option value="right">Bottom right</option>
            <option value="left">Bottom left</option>
          </Select>
        </Field>
        <Field label="From the side (px)" error={at('offsetX')}>
          <WholeNumberInput min={0} max={400} value={appearance.offsetX} onValueChange={(offsetX) => setAppearance({ offsetX })} />
        </Field>
        <Field label="From the bottom (px)" error={at('offsetY')}>
          <WholeNumberInput min={0} max={400} value={appearance.offsetY} onValueChange={(offsetY) => setAppearance({ offsetY })} />
        </Field>
      </div>
    </Section>
  );
}

const schemes = ['auto', 'light', 'dark'] as const;
const icons = ['chat', 'question', 'logo'] as const;
const positions = ['right', 'left'] as const;

/** The option that was chosen; the first for what is none. */
function pick<Option extends string>(options: readonly [Option, ...Option[]], chosen: string): Option {
  return options.find((option) => option === chosen) ?? options[0];
}
