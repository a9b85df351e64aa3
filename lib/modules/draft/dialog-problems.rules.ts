import type { Dialog, DialogKind } from '@/lib/engine/program/dialog.schema';
import type { CheckedDraft } from './checked-draft.rules';
import type { DraftProblem } from './problem.schema';

/** What is wrong with dialogs as wholes: names, emptiness, more of a kind than there can be. */
export function findDialogProblems({ content }: CheckedDraft): DraftProblem[] {
  const dialogs = Object.values(content.dialogs);
  return [...dialogs.flatMap(findEmptyDialog), ...findTakenNames(dialogs), ...findExtraDialogs(dialogs)];
}

function findEmptyDialog({ id, name, enabled, kind, interactionIds }: Dialog): DraftProblem[] {
  if (!enabled || interactionIds.length > 0 || kind === 'disambiguation') return [];
  return [{ severity: 'error', code: 'dialog/empty', message: `“${name}” has no interactions. Add one, or switch the dialog off.`, place: { dialogId: id } }];
}

function findTakenNames(dialogs: readonly Dialog[]): DraftProblem[] {
  const firstIdByName = new Map<string, string>();
  return dialogs.flatMap(({ id, name }): DraftProblem[] => {
    const key = name.trim().toLowerCase();
    if (key === '') return [{ severity: 'error', code: 'dialog/name-missing', message: 'A dialog has no name. Give it one.', place: { dialogId: id, field: 'name' } }];
    if (!firstIdByName.has(key)) {
      firstIdByName.set(key, id);
      return [];
    }
    return [{ severity: 'error', code: 'dialog/name-taken', message: `Two dialogs are called “${name}”. Rename one.`, place: { dialogId: id, field: 'name' } }];
  });
}

const SINGLE_KINDS: readonly DialogKind[] = ['fallback', 'disambiguation', 'auto-escalation'];

function findExtraDialogs(dialogs: readonly Dialog[]): DraftProblem[] {
  return SINGLE_KINDS.flatMap((kind) =>
    dialogs
      .filter((dialog) => dialog.kind === kind && dialog.enabled)
      .slice(1)
      .map((dialog): DraftProblem => ({
        severity: 'error',
        code: 'dialog/second-of-kind',
        message: `A bot has at most one ${kind.replace('-', ' ')} dialog that is on. Switch “${dialog.name}” or the other one off.`,
        place: { dialogId: dialog.id, field: 'kind' },
      })),
  );
}
