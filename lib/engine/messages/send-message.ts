import { reportFault, type Turn } from '@/lib/engine/flow/turn';
import { expandHtml } from './expand-html';
import type { MessageDraft } from './message-draft';
import type { Message, MessagePart } from './message.schema';
import { toTextDrafts } from './text-drafts';

/** Most messages that one turn may send; scripts can ask for any number. */
export const TURN_MESSAGE_COUNT_MAX = 100;

/** Sends a message of the bot. Without an interaction it is a text of the platform. */
export function sendBotMessage(turn: Turn, draft: MessageDraft, from: { interactionId: string | null; delayMs?: number }): void {
  turn.messageCount += 1;
  if (turn.messageCount > TURN_MESSAGE_COUNT_MAX) {
    if (turn.messageCount === TURN_MESSAGE_COUNT_MAX + 1) {
      reportFault(turn, { code: 'flow/too-many-messages', message: `One turn sends at most ${TURN_MESSAGE_COUNT_MAX} messages; the rest was left out. Send fewer, longer ones.`, interactionId: from.interactionId });
    }
    return;
  }
  const { state, program } = turn;
  send(turn, {
    actor: { kind: 'bot', id: program.botId },
    visibility: draft.visibility ?? 'normal',
    parts: draft.parts,
    plainText: draft.plainText,
    delayMs: Math.round((from.delayMs ?? 0) + (draft.pauseMs ?? 0)),
    interactionId: from.interactionId,
    inReplyTo: state.lastUserMessage.id === '' ? null : state.lastUserMessage.id,
  });
}

/** Sends one of the bot's texts that belong to no interaction, for example its fallback text; variables may stand in it. */
export function sendPlatformText(turn: Turn, template: string): void {
  for (const draft of toTextDrafts(turn, expandHtml(turn, template))) sendBotMessage(turn, draft, { interactionId: null });
}

/** Puts the consumer's own message into the conversation and gives its id. */
export function sendConsumerMessage(turn: Turn, content: { parts: MessagePart[]; plainText: string }): string {
  return send(turn, { actor: { kind: 'consumer', id: turn.state.consumer.id }, visibility: 'normal', ...content, delayMs: 0, interactionId: null, inReplyTo: null });
}

function send(turn: Turn, message: Omit<Message, 'id' | 'seq' | 'createdAt'>): string {
  const { state } = turn;
  const seq = state.nextSeq;
  state.nextSeq += 1;
  const id = `${state.conversationId}:${seq}`;
  turn.effects.push({ kind: 'send-message', message: { id, seq, ...message, createdAt: toInstant(turn.atMs) } });
  turn.trace.push({ kind: 'message-sent', seq, interactionId: message.interactionId });
  return id;
}

let lastInstant = { atMs: Number.NaN, text: '' };

/** Messages of one turn mostly share their moment; writing it out costs more than all else here. */
function toInstant(atMs: number): string {
  if (lastInstant.atMs !== atMs) lastInstant = { atMs, text: new Date(atMs).toISOString() };
  return lastInstant.text;
}
