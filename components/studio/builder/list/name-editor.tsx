'use client';

import { useState } from 'react';

import { Input } from '@/components/ui/input';

/** Properties of `NameEditor`. */
export type NameEditorProps = { label: string; name: string; onDone: (name: string | null) => void };

/** A name being changed in its place: Enter and leaving keep it, Escape doesn't; an empty one is not taken. */
export function NameEditor({ label, name, onDone }: NameEditorProps) {
  const [text, setText] = useState(name);
  const keep = () => onDone(text.trim() === '' || text.trim() === name ? null : text.trim());
  return (
    <Input
      autoFocus
      aria-label={label}
      value={text}
      maxLength={200}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape') onDone(null);
        else return;
        event.preventDefault();
      }}
      className="m-0.5 h-7"
    />
  );
}
