'use client';

import { contrast, toRgb } from '@/components/messenger/theme/contrast';
import { toAccentColors } from '@/components/messenger/theme/accent-colors';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** Properties of `AccentField`. */
export type AccentFieldProps = { value: string; error: string | undefined; onChange: (accent: string) => void };

/** The channel's colour, with how well texts upon it are read. */
export function AccentField({ value, error, onChange }: AccentFieldProps) {
  const isColor = /^#[0-9a-f]{6}$/i.test(value.trim());
  return (
    <Field label="Accent" error={error} hint={isColor ? describeAccent(value.trim().toLowerCase()) : 'Write a colour such as #0a5bd3.'}>
      <AccentInputs value={value} swatch={isColor ? value.trim() : '#000000'} onChange={onChange} />
    </Field>
  );
}

function AccentInputs({ value, swatch, onChange }: { value: string; swatch: string; onChange: (accent: string) => void }) {
  return (
    <span className="flex gap-2">
      <input type="color" aria-label="Choose the accent" value={swatch} onChange={(event) => onChange(event.target.value)} className="h-8 w-10 shrink-0 cursor-pointer rounded-md border border-line-strong bg-sunken p-1" />
      <Input isCode value={value} maxLength={7} onChange={(event) => onChange(event.target.value)} className="w-28" />
    </span>
  );
}

/** Says which ink stands on the accent, how readable that is, and where the accent is changed to be seen. */
export function describeAccent(accent: string): string {
  const [light, dark] = [toAccentColors(accent, 'light'), toAccentColors(accent, 'dark')];
  const ratio = contrast(toRgb(light.accent), toRgb(light.accentInk));
  const changed = [light.accent === accent ? null : `darker on white (${light.accent})`, dark.accent === accent ? null : `lighter in the dark (${dark.accent})`].filter((words) => words !== null);
  return `${light.accentInk === '#ffffff' ? 'White' : 'Black'} text upon it, contrast ${ratio.toFixed(1)} : 1.${changed.length > 0 ? ` Shown ${changed.join(' and ')}, so that it stands out.` : ''}`;
}
