'use client';

import { ArrowLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';

/** Properties of `PanelHead`. */
export type PanelHeadProps = {
  /** What the name is: "Interaction Name". */
  label: string;
  name: string;
  /** Takes a new name; gives why it can't. */
  onRename: (name: string) => string | null;
  /** Before the name: what kind of thing it is. */
  children?: ReactNode;
  onBack: (() => void) | null;
};

/** The name of what is edited. A new one is taken when one leaves the field or presses Enter; Escape takes it back. */
export function PanelHead({ label, name, onRename, children, onBack }: PanelHeadProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  function take() {
    if (typed === null) return;
    const problem = typed.trim() === name ? null : onRename(typed.trim());
    setFailure(problem);
    if (problem === null) setTyped(null);
  }
  return (
    <div className="flex shrink-0 items-start gap-2 border-b border-line px-3 py-1.5">
      {onBack ? (
        <IconButton label="Back to the interactions" onClick={onBack}>
          <ArrowLeft aria-hidden />
        </IconButton>
      ) : null}
      {children}
      <Field label={label} isLabelHidden error={failure} className="flex-1">
        <Input
          value={typed ?? name}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') take();
            else if (event.key === 'Escape' && typed !== null) {
              setTyped(null);
              setFailure(null);
            } else return;
            event.preventDefault();
          }}
          className="h-7 font-medium"
        />
      </Field>
    </div>
  );
}
