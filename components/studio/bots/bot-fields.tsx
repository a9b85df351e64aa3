'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useEnvironments } from '@/lib/client/use-environments';

/** What a person says about a bot. */
export type BotValues = { name: string; description: string; environmentId: string | null };

/** Properties of `BotFields`. */
export type BotFieldsProps = {
  values: BotValues;
  onChange: (change: Partial<BotValues>) => void;
  errorAt: (path: string) => string | undefined;
  isNameFocused?: boolean;
};

/** Name, description and environment of a bot. */
export function BotFields({ values, onChange, errorAt, isNameFocused = false }: BotFieldsProps) {
  const environments = useEnvironments();
  return (
    <>
      <Field label="Name" isRequired error={errorAt('name')}>
        <Input autoFocus={isNameFocused} autoComplete="off" value={values.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Field label="Description" error={errorAt('description')} hint="What the bot is for, for your colleagues. Consumers never see it.">
        <Textarea value={values.description} onChange={(event) => onChange({ description: event.target.value })} />
      </Field>
      <Field
        label="Environment"
        error={errorAt('environmentId') ?? environments.error?.message}
        hint={
          <>
            The set of key/values that <code>{'{$env.key}'}</code> reads in this bot.
          </>
        }
      >
        <Select value={values.environmentId ?? ''} onChange={(event) => onChange({ environmentId: event.target.value || null })}>
          <option value="">None</option>
          {environments.data?.map((environment) => (
            <option key={environment.id} value={environment.id}>
              {environment.name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
