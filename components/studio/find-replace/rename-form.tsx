'use client';

import { useMemo, useState } from 'react';

import { useDraft } from '@/components/studio/draft/draft-context';
import { ReplacePreview } from '@/components/studio/find-replace/replace-preview';
import { useBotEdit } from '@/components/studio/find-replace/use-bot-edit';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { renameTarget, type RenameTarget } from '@/lib/modules/draft/rename-target.rules';

/** Properties of `RenameForm`. */
export type RenameFormProps = { target: RenameTarget; oldName: string; onDone: () => void };

/** A new name for something, with everything that follows it shown while one types. Inside a dialog. */
export function RenameForm({ target, oldName, onDone }: RenameFormProps) {
  const { content, surroundings } = useDraft();
  const applyEdit = useBotEdit();
  const [newName, setNewName] = useState(oldName);
  const isSame = newName.trim() === oldName;
  const renaming = useMemo(() => renameTarget(content, surroundings?.integrations ?? [], { target, newName }), [content, surroundings, target, newName]);
  const { length } = renaming.kind === 'renamed' ? renaming.changes : [];
  return (
    <>
      <Field label={`New name of ${oldName}`} error={!isSame && renaming.kind === 'refused' ? renaming.message : null}>
        <Input autoFocus isCode autoComplete="off" maxLength={200} value={newName} onFocus={(event) => event.target.select()} onChange={(event) => setNewName(event.target.value)} className="max-w-100" />
      </Field>
      {renaming.kind === 'renamed' ? (
        <ReplacePreview
          title={`${length} ${length === 1 ? 'place changes' : 'places change'}`}
          edited={renaming}
          confirmLabel="Rename"
          onBack={onDone}
          onConfirm={async () => {
            await applyEdit(`Rename ${oldName} to ${newName.trim()}`, renaming);
            onDone();
          }}
        />
      ) : (
        <>
          {isSame ? <p className="text-muted">Templates, rules, conditions and scripts follow. You see every place before it changes.</p> : null}
          <DialogFooter>
            <Button onClick={onDone}>Back</Button>
          </DialogFooter>
        </>
      )}
    </>
  );
}
