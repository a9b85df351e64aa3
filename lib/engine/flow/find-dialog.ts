import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { findOwn } from './program-index';

/** The first enabled dialog of this name, upper and lower case alike; null when there is none. */
export function findDialogByName(program: Program, name: string): Dialog | null {
  const wanted = name.trim().toLowerCase();
  return findDialog(program, (dialog) => dialog.name.trim().toLowerCase() === wanted);
}

/** The first enabled dialog that an intent, given by id or name, starts; null when there is none. */
export function findDialogByIntent(program: Program, idOrName: string): Dialog | null {
  const wanted = idOrName.trim().toLowerCase();
  const intent = findOwn(program.intents, idOrName) ?? Object.values(program.intents).find(({ name }) => name.trim().toLowerCase() === wanted);
  return intent ? findDialog(program, ({ kind, starter }) => kind === 'standard' && starter.intentId === intent.id) : null;
}

function findDialog(program: Program, fits: (dialog: Dialog) => boolean): Dialog | null {
  for (const id of program.dialogIds) {
    const dialog = findOwn(program.dialogs, id);
    if (dialog?.enabled && fits(dialog)) return dialog;
  }
  return null;
}
