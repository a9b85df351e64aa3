'use client';

import { describeListProblems, featureLabels, toWords } from '@/components/studio/channels/editor/channel-values';
import type { ChannelForm } from '@/components/studio/channels/editor/use-channel-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { WholeNumberInput } from '@/components/ui/whole-number-input';
import type { ChannelSettings } from '@/lib/modules/channel/channel.schema';

/** When the bot speaks first, and what consumers are offered. */
export function BehaviourSection({ form }: { form: ChannelForm }) {
  const { values, set, setSettings, errorAt } = form;
  const { settings } = values;
  return (
    <Section title="Behaviour">
      <Field label="A conversation begins" hint={settings.begins === 'on-open' ? 'The bot greets as soon as somebody looks.' : 'Nothing is started for those who only look; the welcome message is shown.'}>
        <Select value={settings.begins} onChange={(event) => setSettings({ begins: event.target.value === 'on-message' ? 'on-message' : 'on-open' })}>
          <option value="on-open">When the messenger is opened</option>
          <option value="on-message">With the consumer’s first message</option>
        </Select>
      </Field>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-xs font-medium">Consumers may use</legend>
        {featureKeys.map((key) => (
          <div key={key} className="flex flex-col">
            <Switch label={featureLabels[key].label} checked={settings.features[key]} onCheckedChange={(isOn) => setSettings({ features: { ...settings.features, [key]: isOn } })} />
            <p className="pl-10 text-xs text-muted">{featureLabels[key].hint}</p>
          </div>
        ))}
      </fieldset>
      <div className="grid gap-4 @lg:grid-cols-2">
        <Field label="File types" error={describeListProblems(form.issues, 'fileTypes', toWords(values.fileTypes, /[\s,;]+/))} hint="Extensions such as pdf, png, jpg. Empty: any.">
          <Input isCode placeholder="any" value={values.fileTypes} onChange={(event) => set({ fileTypes: event.target.value })} />
        </Field>
        <Field label="Largest file (MB)" error={errorAt('settings.fileMegabytesMax')} hint="25 at most.">
          <WholeNumberInput min={1} max={25} value={settings.fileMegabytesMax} onValueChange={(fileMegabytesMax) => setSettings({ fileMegabytesMax })} className="w-28" />
        </Field>
      </div>
    </Section>
  );
}

const featureKeys = Object.keys(featureLabels) as (keyof ChannelSettings['features'])[]; // The record has every key.
