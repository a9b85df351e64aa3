import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { listInteractions, type CheckedDraft } from '../checked-draft.rules';
import { analyzeScript } from '../analyze-script.rules';
import type { DraftProblem } from '../problem.schema';

/** Dialogs and interactions that no conversation ever comes to. Nothing is said when a script chooses by a name that only a run can tell. */
export function findUnreachable(draft: CheckedDraft): DraftProblem[] {
  if (goesToUnknownNames(draft)) return [];
  const entered = findEntered(draft);
  return draft.dialogs
    .filter(({ enabled, interactionIds }) => enabled && interactionIds.length > 0)
    .flatMap((dialog): DraftProblem[] => {
      const interactions = listInteractions(draft.content, dialog);
      const isStarted = startsByItself(dialog) || entered.dialogIds.has(dialog.id);
      const entries = interactions.filter(({ id }, index) => (index === 0 && isStarted) || entered.interactionIds.has(id));
      if (entries.length === 0) {
        return [{ severity: 'warning', code: 'dialog/unreachable', message: `Nothing leads to “${dialog.name}”: it has no pattern and no intent, and no next action goes there. Give it a pattern, or lead to it.`, place: { dialogId: dialog.id } }];
      }
      const reached = followFlow(interactions, entries);
      return interactions
        .filter(({ id, enabled }) => enabled && !reached.has(id))
        .map(({ id, name }) => ({ severity: 'warning', code: 'interaction/unreachable', message: `Nothing leads to “${name}” in “${dialog.name}”: what comes before it always goes elsewhere.`, place: { dialogId: dialog.id, interactionId: id } }));
    });
}

function startsByItself({ kind, starter }: Dialog): boolean {
  return kind !== 'standard' || starter.intentId !== null || starter.patterns.some((pattern) => pattern.trim() !== '');
}

/** What next actions and scripts lead to, from anywhere. */
function findEntered({ links, mentions, placed }: CheckedDraft) {
  const interactionIds = new Set<string>();
  const dialogIds = new Set<string>();
  for (const { target, spot } of links) {
    if (target.kind === 'interaction' && target.id !== spot.interactionId) interactionIds.add(target.id);
    if (target.kind === 'dialog') dialogIds.add(target.id);
  }
  const names = new Set(mentions.flatMap(({ subject }) => (subject.kind === 'interaction-name' ? [subject.name] : [])));
  for (const { interaction } of placed) if (names.has(interaction.name)) interactionIds.add(interaction.id);
  return { interactionIds, dialogIds };
}

function goesToUnknownNames({ texts }: CheckedDraft): boolean {
  return texts.some(({ kind, text }) => {
    if (kind !== 'script' || !text.includes('setTriggerNextMessage')) return false;
    const { calls, isParsed } = analyzeScript(text);
    return !isParsed || calls.some(({ method, arguments: [first] }) => method?.name === 'setTriggerNextMessage' && !(first && 'value' in first));
  });
}

/** Everything in a dialog that the flow comes to from some of its interactions. Next actions that lead elsewhere were looked at before. */
function followFlow(interactions: readonly Interaction[], entries: readonly Interaction[]): Set<string> {
  const reached = new Set<string>();
  for (const entry of entries) {
    for (let index = interactions.indexOf(entry); index < interactions.length; index += 1) {
      const interaction = interactions[index];
      if (!interaction || reached.has(interaction.id)) break;
      reached.add(interaction.id);
      if (!goesOn(interaction)) break;
    }
  }
  return reached;
}

/** Whether the flow may come from an interaction to the one below it. One that is off is skipped. */
function goesOn(interaction: Interaction): boolean {
  const rules = 'rules' in interaction ? interaction.rules : [];
  return !interaction.enabled || interaction.next.kind === 'next' || rules.some(({ next }) => next.kind === 'next');
}
