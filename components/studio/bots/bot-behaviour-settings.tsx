'use client';

import type { BotSettingsGroupProps } from '@/components/studio/bots/bot-settings-group';
import { OptionalLength } from '@/components/studio/bots/optional-length';
import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';

/** Language, sessions, releases and switches of a bot. Source: reference, sections 6.4, 7.8, 8.4, 9.3 and 9.4. */
export function BotBehaviourSettings({ settings, patch }: BotSettingsGroupProps) {
  return (
    <div className="flex flex-col gap-4">
      <Field label="Language" hint="Language of the bot’s texts, such as en, de or pt-BR. Intents are understood in it.">
        <Input value={settings.language} maxLength={35} autoComplete="off" onChange={(event) => patch('Change the language', { language: event.target.value })} className="w-28" />
      </Field>
      <NumberField
        label="Session Length (minutes)"
        field="sessionLengthMinutes"
        hint="After so long without a message the session is over: session variables are gone, and the next message begins anew. 60 minutes by default."
        value={settings.sessionLengthMinutes}
        min={1}
        max={43_200}
        onChange={(sessionLengthMinutes) => patch('Change the session length', { sessionLengthMinutes })}
      />
      <Field label="Conversations under way" hint="What happens to them when another release becomes live.">
        <Select value={settings.releasePolicy} onChange={(event) => patch('Change what conversations under way do', { releasePolicy: event.target.value === 'move' ? 'move' : 'stay' })}>
          <option value="stay">Stay on the release they began with</option>
          <option value="move">Move to the live release at their next turn</option>
        </Select>
      </Field>
      <OptionalLength value={settings.textLengthMax} onChange={(textLengthMax) => patch('Change how long texts are split', { textLengthMax })} />
      <Setting
        label="Context switching"
        hint="An answer that no rule takes may start another dialog; the question comes back afterwards. A dialog’s own switch can forbid it too."
        checked={settings.allowsContextSwitching}
        onChange={(allowsContextSwitching) => patch('Switch context switching', { allowsContextSwitching })}
      />
      <Setting
        label="Debug Commands"
        hint="In previews, “reset” starts over and “display userid” shows the consumer’s id."
        checked={settings.hasDebugCommands}
        onChange={(hasDebugCommands) => patch('Switch debug commands', { hasDebugCommands })}
      />
      <Setting
        label="Show button labels"
        hint="When a consumer taps a button, its label stands in the conversation. Off: its callback does."
        checked={settings.showsButtonLabels}
        onChange={(showsButtonLabels) => patch('Switch button labels', { showsButtonLabels })}
      />
      <Setting
        label="Turn values into strings"
        hint="After the turn in which they were stored, numbers and lists become text, as in Conversation Builder. For bots that rely on it."
        checked={settings.turnsValuesIntoStrings}
        onChange={(turnsValuesIntoStrings) => patch('Switch values into strings', { turnsValuesIntoStrings })}
      />
    </div>
  );
}

type SettingProps = { label: string; hint: string; checked: boolean; onChange: (checked: boolean) => void };

function Setting({ label, hint, checked, onChange }: SettingProps) {
  return (
    <Field label={label} hint={hint}>
      <Switch checked={checked} onCheckedChange={onChange} />
    </Field>
  );
}
