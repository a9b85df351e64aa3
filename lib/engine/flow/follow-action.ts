import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { NextAction } from '@/lib/engine/program/next-action.schema';
import { quote } from '@/lib/engine/rules/verdict';
import { breakFlow } from './break-flow';
import { closeConversation } from './close-conversation';
import { endDialogs, enterDialog } from './dialog-stack';
import type { Move } from './move';
import { findOwn } from './program-index';
import { note, type Turn } from './turn';

/** A next action with whose it is. */
interface Following {
  action: NextAction;
  from: Interaction;
  by: 'next-action' | 'rule' | 'script';
  ruleId?: string;
}

/** Where a next action leads. Source: conversation-builder reference, section 6.7. */
export function followAction(turn: Turn, { action, from, by, ruleId = '' }: Following): Move {
  if (by !== 'next-action' || action.kind !== 'next') {
    turn.trace.push({ kind: 'jumped', fromInteractionId: from.id, by, ruleId: ruleId === '' ? null : ruleId, action: describe(turn, action) });
  }
  switch (action.kind) {
    case 'next':
      return goPast(turn, from.id);
    case 'repeat':
      return { kind: 'enter', interactionId: from.id, isExplicit: true };
    case 'end':
      return endDialogs(turn);
    case 'back':
      return goBack(turn, from);
    case 'close-conversation':
      return closeConversation(turn, { reason: 'bot', withSurvey: false });
    case 'close-dialog':
      return closeWithSurvey(turn);
    case 'interaction':
      return jumpToInteraction(turn, action.interactionId, { by, from });
    case 'dialog':
      return jumpToDialog(turn, action.dialogId, { by, from });
  }
}

/** The interaction after this one in its dialog. */
export function goPast(turn: Turn, interactionId: string): Move {
  const place = turn.index.placeByInteractionId.get(interactionId);
  const following = place?.dialog.interactionIds[place.position + 1];
  return following === undefined ? { kind: 'complete' } : { kind: 'enter', interactionId: following, isExplicit: false };
}

/** Goes to an interaction anywhere in the bot; in another dialog, that dialog takes the place of the running one. */
export function jumpToInteraction(turn: Turn, interactionId: string, { by, from }: Pick<Following, 'by'> & { from: Interaction | null }): Move {
  const place = turn.index.placeByInteractionId.get(interactionId);
  if (!place) return breakFlow(turn, { code: 'flow/missing-target', message: 'The next action leads to an interaction that does not exist. Choose another one.', interactionId: from?.id ?? null });
  if (place.dialog.id === turn.state.stack.at(-1)?.dialogId) return { kind: 'enter', interactionId, isExplicit: true };
  if (!place.dialog.enabled) return breakFlow(turn, describeDisabled(place.dialog, from));
  return enterDialog(turn, { dialog: place.dialog, reason: by === 'script' ? 'script' : 'next-action', replaces: true, interactionId });
}

function jumpToDialog(turn: Turn, dialogId: string, { by, from }: Pick<Following, 'by' | 'from'>): Move {
  const dialog = findOwn(turn.program.dialogs, dialogId);
  if (!dialog) return breakFlow(turn, { code: 'flow/missing-target', message: 'The next action leads to a dialog that does not exist. Choose another one.', interactionId: from.id });
  if (!dialog.enabled) return breakFlow(turn, describeDisabled(dialog, from));
  return enterDialog(turn, { dialog, reason: by === 'script' ? 'script' : 'next-action', replaces: true });
}

function describeDisabled({ name }: Dialog, from: Interaction | null): { code: string; message: string; interactionId: string | null } {
  return { code: 'flow/dialog-disabled', message: `The next action leads to the dialog ${quote(name)}, which is switched off. Switch it on or choose another one.`, interactionId: from?.id ?? null };
}

/** The question before this one; the first question is asked again. Source: reference, section 10, pain 14. */
function goBack(turn: Turn, from: Interaction): Move {
  const { trail } = turn.state;
  const current = trail.at(-1)?.interactionId === from.id ? trail.pop() : undefined;
  const earlier = trail.pop() ?? current;
  if (earlier && turn.index.placeByInteractionId.has(earlier.interactionId)) return jumpToInteraction(turn, earlier.interactionId, { by: 'next-action', from });
  note(turn, 'There is no question to go back to, so the flow goes on.', from.id);
  return goPast(turn, from.id);
}

/** The bot's survey dialog runs before the conversation closes; without one whoever carries out the closing may ask. */
function closeWithSurvey(turn: Turn): Move {
  const survey = turn.index.dialogByKind.get('survey');
  if (!survey || turn.state.stack.at(-1)?.dialogId === survey.id) return closeConversation(turn, { reason: 'bot', withSurvey: !survey });
  endDialogs(turn);
  return enterDialog(turn, { dialog: survey, reason: 'next-action', replaces: true });
}

function describe({ program }: Turn, action: NextAction): string {
  switch (action.kind) {
    case 'next':
      return 'the next interaction';
    case 'repeat':
      return 'the same interaction again';
    case 'end':
      return 'the end of the dialog';
    case 'back':
      return 'the question before';
    case 'close-conversation':
      return 'closing the conversation';
    case 'close-dialog':
      return 'closing the conversation with a survey';
    case 'interaction':
      return `the interaction ${quote(findOwn(program.interactions, action.interactionId)?.name ?? action.interactionId)}`;
    case 'dialog':
      return `the dialog ${quote(findOwn(program.dialogs, action.dialogId)?.name ?? action.dialogId)}`;
  }
}
