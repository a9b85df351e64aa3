'use client';

import { useState } from 'react';

import { PanelField, type PanelFieldProps } from '@/components/studio/builder/panel/panel-field';
import { Textarea } from '@/components/ui/textarea';

/** Properties of `LinesField`, beyond those of its field. */
export type LinesFieldProps = Omit<PanelFieldProps, 'children'> & { lines: readonly string[]; onChange: (lines: string[]) => void; placeholder?: string };

/** A list written one entry a line; empty lines don't count. */
export function LinesField({ lines, onChange, placeholder, ...field }: LinesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isTypedCurrent = typed !== null && toLines(typed).join('\n') === lines.join('\n');
  return (
    <PanelField {...field}>
      <Textarea
        isCode
        rows={Math.min(Math.max(lines.length + 1, 2), 12)}
        placeholder={placeholder}
        // Blank lines stay while one types; what comes from elsewhere, such as undo, replaces them.
        value={isTypedCurrent ? typed : lines.join('\n')}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(toLines(event.target.value));
        }}
        onBlur={() => setTyped(null)}
        className="min-h-10"
      />
    </PanelField>
  );
}

function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
