import type { MessageChoice } from '@/lib/engine/messages/message.schema';
import { withQuickReplies } from '@/lib/engine/messages/quick-replies';
import { sendBotMessage } from '@/lib/engine/messages/send-message';
import { listChoices } from '@/lib/engine/messages/list-choices';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { chooseOption } from '@/lib/engine/rules/choose-option';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Wait } from '@/lib/engine/state/conversation-state.schema';
import { isTextOnly } from './build-answer-facts';
import { REST, type Move } from './move';
import { findOwn } from './program-index';
import type { Turn } from './turn';
import { beginWait } from './wait';

/** Payload of “None of the above”. */
const NONE = 'none-of-the-above';

/** Asks which intent was meant; null when the bot has no disambiguation dialog. Source: conversation-builder reference, section 7.5. */
export function offerIntents(turn: Turn, intentIds: readonly string[]): Move | null {
  const dialog = turn.index.dialogByKind.get('disambiguation');
  if (!dialog) return null;
  turn.trace.push({ kind: 'dialog-entered', dialogId: dialog.id, reason: 'disambiguation' });
  const intents = intentIds.slice(0, dialog.disambiguation.intentCountMax).flatMap((id) => findOwn(turn.program.intents, id) ?? []);
  const choices = intents.map(({ id, label, name }) => ({ id, label: label || name, payload: id }));
  const { noneLabel, text } = dialog.disambiguation;
  return offer(turn, { dialog, text, choices: noneLabel === '' ? choices : [...choices, { id: NONE, label: noneLabel, payload: NONE }], utterance: turn.state.lastUserMessage.text });
}

/** What an answer to the disambiguation means: an intent, none of them (asked again), or something else. */
export type DisambiguationAnswer = { kind: 'intent'; intentId: string; utterance: string } | { kind: 'asked-again' } | { kind: 'other' };

/** Reads the answer; choosing “None of the above” gets its reply, with the intents once more. */
export function readDisambiguation(turn: Turn, wait: Extract<Wait, { kind: 'disambiguation' }>): DisambiguationAnswer {
  const { text, payload } = turn.state.lastUserMessage;
  const chosen = chooseOption({ text, payload, choices: wait.choices, isTextOnly: isTextOnly(turn) });
  if (!chosen) return { kind: 'other' };
  if (chosen.choice.payload !== NONE) return { kind: 'intent', intentId: chosen.choice.payload, utterance: wait.text };
  const dialog = findOwn(turn.program.dialogs, wait.dialogId);
  if (!dialog) return { kind: 'other' };
  offer(turn, { dialog, text: dialog.disambiguation.noneReply, choices: wait.choices.filter(({ payload: each }) => each !== NONE), utterance: wait.text });
  return { kind: 'asked-again' };
}

function offer(turn: Turn, { dialog, text, choices, utterance }: { dialog: Dialog; text: string; choices: MessageChoice[]; utterance: string }): Move {
  const drafts = withQuickReplies(toTextDrafts(turn, expandHtml(turn, text)), choices);
  const last = drafts.at(-1);
  if (last && isTextOnly(turn)) last.plainText = listChoices(last.parts, choices);
  for (const draft of drafts) sendBotMessage(turn, draft, { interactionId: null });
  beginWait(turn, { kind: 'disambiguation', dialogId: dialog.id, choices, text: utterance });
  return REST;
}
