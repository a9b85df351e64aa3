import type { Dialog, DialogKind } from '@/lib/engine/program/dialog.schema';
import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

/** A dialog that is on but says nothing. */
export function findEmptyDialogs({ dialogs }: CheckedDraft): DraftProblem[] {
  return dialogs
    .filter(({ enabled, kind, interactionIds }) => enabled && kind !== 'disambiguation' && interactionIds.length === 0)
    .map(({ id, name }) => ({ severity: 'error', code: 'dialog/empty', message: `“${name}” has no interactions. Add one, or switch the dialog off.`, place: { dialogId: id } }));
}

const SINGLE_KINDS: readonly DialogKind[] = ['fallback', 'disambiguation', 'auto-escalation'];

/** More than one dialog of a kind of which there can be one. Source: conversation-builder reference, section 7.1. */
export function findExtraDialogs({ dialogs }: CheckedDraft): DraftProblem[] {
  return SINGLE_KINDS.flatMap((kind) =>
    dialogs
      .filter((dialog) => dialog.kind === kind && dialog.enabled)
      .slice(1)
      .map(({ id, name }): DraftProblem => ({
        severity: 'error',
        code: 'dialog/second-of-kind',
        message: `A bot has at most one ${kind.replace('-', ' ')} dialog that is on. Switch “${name}” or the other one off.`,
        place: { dialogId: id, field: 'kind' },
      })),
  );
}

/** Lists that name what isn't there, and things that no list names: left behind by an import or by two people's changes. */
export function findLostThings({ content, dialogs, placed }: CheckedDraft): DraftProblem[] {
  const listed = new Set(placed.map(({ interaction }) => interaction.id));
  return [
    ...dialogs.flatMap((dialog) => findDanglingIds(dialog, content.interactions)),
    ...Object.values(content.interactions)
      .filter(({ id }) => !listed.has(id))
      .map(({ id, name }): DraftProblem => ({ severity: 'warning', code: 'interaction/in-no-dialog', message: `“${name}” belongs to no dialog. Nobody will ever see it.`, place: { interactionId: id } })),
  ];
}

function findDanglingIds({ id, name, interactionIds }: Dialog, interactions: object): DraftProblem[] {
  return interactionIds
    .filter((interactionId) => !Object.hasOwn(interactions, interactionId))
    .map(() => ({ severity: 'warning', code: 'dialog/lists-nothing', message: `“${name}” lists an interaction that is gone. It is left out.`, place: { dialogId: id } }));
}
