import type { Attachment, TurnEvent } from '@/lib/engine/event.schema';
import { escapeHtml } from '@/lib/engine/messages/escape-html';
import type { MessagePart } from '@/lib/engine/messages/message.schema';
import { joinLines } from '@/lib/engine/messages/quick-replies';
import { sendConsumerMessage } from '@/lib/engine/messages/send-message';
import { answerWait } from '../answer-wait';
import { runDebugCommand } from '../debug-commands';
import { hearMessage } from '../hear-message';
import { REST, type Move } from '../move';
import { beginSession } from '../session';
import { note, type Steps, type Turn } from '../turn';

type MessageReceived = Extract<TurnEvent, { kind: 'message-received' }>;

/** The consumer said, tapped or sent something. */
export function* playMessageReceived(turn: Turn, event: MessageReceived): Steps<Move> {
  const id = sendConsumerMessage(turn, toContent(turn, event));
  turn.state.lastConsumerMessageAtMs = turn.atMs;
  if (turn.state.status === 'closed') {
    note(turn, 'The conversation is closed, so the bot does not answer.');
    return REST;
  }
  const commanded = yield* runDebugCommand(turn, event.text);
  if (commanded) return commanded;
  if (turn.state.status === 'handed-over') {
    turn.state.session.lastActivityAtMs = turn.atMs;
    note(turn, 'The conversation is handed over, so the bot keeps silent.');
    return REST;
  }
  const begun = yield* beginSession(turn);
  yield* hearMessage(turn, { text: event.text, id, payload: event.payload, metadata: event.metadata, attachment: event.attachments[0] ?? null });
  return begun ?? (yield* answerWait(turn, { attachment: event.attachments[0] ?? null }));
}

/** What others read of it: the label of what was tapped, unless the bot shows payloads. */
function toContent({ program }: Turn, { text, payload, attachments }: MessageReceived): { parts: MessagePart[]; plainText: string } {
  const shown = program.settings.showsButtonLabels || payload === null || payload === '' ? text : payload;
  const parts: MessagePart[] = shown === '' ? [] : [{ kind: 'text', html: escapeHtml(shown) }];
  return { parts: [...parts, ...attachments.map(toPart)], plainText: joinLines(shown, ...attachments.map(({ fileName, caption }) => `${fileName}${caption === '' ? '' : ` (${caption})`}`)) };
}

const IMAGE_TYPES: ReadonlySet<string> = new Set(['PNG', 'JPG', 'JPEG', 'GIF', 'WEBP', 'AVIF']);

function toPart({ fileName, url, type, bytes, caption }: Attachment): MessagePart {
  if (IMAGE_TYPES.has(type.toUpperCase())) return { kind: 'image', url, description: caption || fileName };
  return { kind: 'file', url, fileName, bytes };
}
