'use client';

import { useState } from 'react';

import { RenamePreview } from '@/components/studio/builder/uses/rename-preview';
import { useRename } from '@/components/studio/builder/uses/use-rename';
import type { UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** Properties of `NameField`. */
export type NameFieldProps = { target: UnderstandingChoice; name: string; hint?: string; isCode?: boolean };

/** The name of an intent or entity; taken when one leaves the field or presses Enter, and whatever names the thing follows. */
export function NameField({ target, name, hint, isCode = false }: NameFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const rename = useRename();

  function take() {
    if (typed === null) return;
    const refusal = typed.trim() === name ? null : rename.rename(target, { oldName: name, newName: typed });
    setProblem(refusal);
    if (refusal === null) setTyped(null);
  }

  return (
    <>
      <Field label="Name" isRequired hint={hint} error={problem}>
        <Input
          isCode={isCode}
          data-name-field=""
          maxLength={200}
          autoComplete="off"
          value={typed ?? name}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') {
              // Or else the key would press the button of the preview that takes the focus.
              event.preventDefault();
              take();
            } else if (event.key === 'Escape' && typed !== null) {
              setTyped(null);
              setProblem(null);
            }
          }}
        />
      </Field>
      {rename.pending ? <RenamePreview pending={rename.pending} onConfirm={rename.confirm} onCancel={rename.cancel} /> : null}
    </>
  );
}
