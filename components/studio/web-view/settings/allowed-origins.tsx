'use client';

import { toLines } from '@/components/studio/web-view/settings/settings-values';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** Properties of `AllowedOrigins`. */
export type AllowedOriginsProps = { value: string; issues: readonly { path: readonly PropertyKey[]; message: string }[]; onChange: (value: string) => void };

/** From which sites pages may post when they do so from the browser. */
export function AllowedOrigins({ value, issues, onChange }: AllowedOriginsProps) {
  const lines = toLines(value);
  const problems = issues.flatMap(({ path: [field, index], message }) => (field !== 'allowedOrigins' ? [] : [typeof index === 'number' ? `${lines[index] ?? ''}: ${message}` : message]));
  return (
    <Field
      label="Allowed origins"
      error={problems.length > 1 ? `${problems[0]} And ${problems.length - 1} more.` : problems[0]}
      hint="Sites whose pages may post from the browser, one on each line. Empty: any. Servers send no origin; this is not for them."
    >
      <Textarea isCode rows={2} placeholder="https://shop.example" value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
