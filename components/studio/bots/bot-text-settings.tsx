'use client';

import type { BotSettingsGroupProps } from '@/components/studio/bots/bot-settings-group';
import { useBotKnowledge } from '@/components/studio/builder/knowledge-context';
import { TemplateInput } from '@/components/studio/editors/template-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** The texts that a bot sends by itself. Source: reference, sections 1.3, 7.5, 9.3 and 9.4. */
export function BotTextSettings({ settings, patch }: BotSettingsGroupProps) {
  const { variables, findUnknown } = useBotKnowledge();
  const text = (label: string, hint: string, [value, write]: [string, (value: string) => void]) => (
    <Field label={label} hint={hint}>
      <TemplateInput multiline value={value} onChange={write} variables={variables} findUnknown={findUnknown} />
    </Field>
  );
  return (
    <div className="flex flex-col gap-4">
      <Field label="Default greeting message" hint="Given to the bot as if the consumer had said it, when a conversation begins without a message. Empty: the bot waits silently.">
        <Input value={settings.greetingMessage} maxLength={500} onChange={(event) => patch('Change the greeting message', { greetingMessage: event.target.value })} />
      </Field>
      {text('Fallback text', 'Sent when nothing matched and the bot has no fallback dialog.', [settings.fallbackText, (fallbackText) => patch('Change the fallback text', { fallbackText })])}
      {text('Default User-Friendly Response', 'Sent when the bot can’t go on: a limit was reached, a transfer to another bot led nowhere, or something broke down. After a script that failed the flow goes on without it.', [settings.errorText, (errorText) => patch('Change the error text', { errorText })])}
      {text('Integration failure text', 'Sent when an integration failed and no rule takes the failure.', [settings.integrationFailureText, (integrationFailureText) => patch('Change the integration failure text', { integrationFailureText })])}
    </div>
  );
}
