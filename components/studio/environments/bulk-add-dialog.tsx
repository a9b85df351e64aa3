'use client';

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { parseBulkLines, type BulkLines } from '@/lib/modules/environment/bulk-lines.rules';

/** Properties of `BulkAddDialog`. */
export type BulkAddDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  knownKeys: readonly string[];
  onAdd: (variables: BulkLines['variables'], areSecret: boolean) => void;
};

/** Adds many variables from pasted lines; says before what will come of them. */
export function BulkAddDialog({ open, onOpenChange, knownKeys, onAdd }: BulkAddDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Bulk add variables" description="One key=value on each line. Blank lines and lines beginning with # are passed over.">
        <BulkAddForm
          knownKeys={knownKeys}
          onAdd={(variables, areSecret) => {
            onAdd(variables, areSecret);
            onOpenChange(false);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function BulkAddForm({ knownKeys, onAdd }: Pick<BulkAddDialogProps, 'knownKeys' | 'onAdd'>) {
  const [text, setText] = useState('');
  const [areSecret, setAreSecret] = useState(false);
  const lines = parseBulkLines(text);
  const replaced = lines.variables.filter(({ key }) => knownKeys.includes(key));
  const count = lines.variables.length;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (count > 0) onAdd(lines.variables, areSecret);
      }}
    >
      <Field label="Lines">
        <Textarea isCode autoFocus rows={8} value={text} onChange={(event) => setText(event.target.value)} placeholder={'baseUrl=https://api.example.com\nregion=eu'} />
      </Field>
      {lines.problems.length > 0 ? (
        <Callout tone="warn" what={lines.problems.length === 1 ? '1 line is left out' : `${lines.problems.length} lines are left out`}>
          <ul className="text-xs">
            {lines.problems.map(({ lineNumber, message }) => (
              <li key={lineNumber}>
                Line {lineNumber}: {message}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {lines.duplicates.length > 0 ? (
        <p className="text-xs text-muted">
          Given several times, the last line counts: {lines.duplicates.map(({ key, lineNumbers }) => `${key} (lines ${lineNumbers.join(', ')})`).join('; ')}.
        </p>
      ) : null}
      {replaced.length > 0 ? (
        <p className="text-xs text-muted">Gets a new value: {replaced.map(({ key }) => key).join(', ')}.</p>
      ) : null}
      <Checkbox label="Mark all as secret" checked={areSecret} onCheckedChange={(checked) => setAreSecret(checked === true)} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={count === 0}>
          {count === 0 ? 'Add variables' : count === 1 ? 'Add 1 variable' : `Add ${count} variables`}
        </Button>
      </DialogFooter>
    </form>
  );
}
