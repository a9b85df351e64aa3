'use client';

import { Plus, X } from 'lucide-react';

import type { SettingsValues } from '@/components/studio/web-view/settings/settings-values';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { webViewVariableTypeSchema, type WebViewVariableType } from '@/lib/modules/web-view/web-view-settings.schema';

/** Properties of `VariableLimits`. */
export type VariableLimitsProps = {
  isLimited: boolean;
  variables: SettingsValues['variables'];
  onChange: (change: Partial<Pick<SettingsValues, 'isVariableLimited' | 'variables'>>) => void;
  errorAt: (path: string) => string | undefined;
};

/** Which variables a page may write, and what may stand in them. */
export function VariableLimits({ isLimited, variables, onChange, errorAt }: VariableLimitsProps) {
  const change = (index: number, part: Partial<(typeof variables)[number]>) => onChange({ variables: variables.map((variable, at) => (at === index ? { ...variable, ...part } : variable)) });
  return (
    <>
      <Field label="Only these variables" hint="A post with any other is refused with 422 and sets nothing. Off: pages may write whatever they like." error={errorAt('variables')}>
        <Switch checked={isLimited} onCheckedChange={(isVariableLimited) => onChange({ isVariableLimited })} />
      </Field>
      {isLimited ? (
        <div className="flex flex-col gap-2">
          {variables.length === 0 ? <p className="text-muted">None: pages may say something and let a question go on, but write no variable.</p> : null}
          {variables.map(({ name, type }, index) => (
            <div key={index} role="group" aria-label={`Allowed variable ${index + 1}`} className="flex items-start gap-1.5">
              <Field label={`Name of variable ${index + 1}`} isLabelHidden error={errorAt(`variables.${index}.name`)} className="flex-1">
                <Input isCode placeholder="name" value={name} onChange={(event) => change(index, { name: event.target.value })} />
              </Field>
              <Select aria-label={`Type of variable ${index + 1}`} value={type} onChange={(event) => change(index, { type: webViewVariableTypeSchema.parse(event.target.value) })} className="w-36 shrink-0">
                {webViewVariableTypeSchema.options.map((option) => (
                  <option key={option} value={option}>
                    {typeLabels[option]}
                  </option>
                ))}
              </Select>
              <IconButton label={`Remove variable ${name || index + 1}`} onClick={() => onChange({ variables: variables.filter((_, at) => at !== index) })} className="mt-0.5">
                <X aria-hidden />
              </IconButton>
            </div>
          ))}
          <Button size="sm" variant="ghost" className="self-start" disabled={variables.length >= 200} onClick={() => onChange({ variables: [...variables, { name: '', type: 'text' }] })}>
            <Plus aria-hidden />
            Add variable
          </Button>
        </div>
      ) : null}
    </>
  );
}

const typeLabels: Record<WebViewVariableType, string> = { text: 'Text', number: 'Number', boolean: 'true or false', date: 'Date' };
