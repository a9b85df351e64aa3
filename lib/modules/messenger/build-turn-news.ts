import { toOwnSeq, toReadSeq, type TurnWrite } from '@/lib/modules/conversation/turn-write';
import { isForConsumers, toConsumerMessage } from './consumer-message.rules';
import type { FileAddresses } from './file-addresses';
import type { TurnNews } from './messenger-news.schema';
import type { Notice } from './messenger.schema';
import { toNoticeKind } from './notice.rules';

/** What consumers are told of a write to one of their conversations; null when it tells them nothing. */
export function buildTurnNews(write: TurnWrite, files: FileAddresses): TurnNews | null {
  const { conversation, advance, turn, messages, clientMessageId } = write;
  if (turn === null || (advance === null && messages.length === 0)) return null;
  const isAnswering = turn.row.status === 'running' || write.move !== null;
  const status = advance?.status ?? conversation.state.status;
  const lastSeq = messages.at(-1)?.seq ?? conversation.lastSeq;
  const ownSeq = toOwnSeq(messages);
  const place = { conversationId: conversation.id, signFile: files.sign };
  return {
    kind: 'turn',
    conversation: {
      id: conversation.id,
      status,
      createdAt: new Date(conversation.createdAtMs).toISOString(),
      updatedAt: new Date(advance?.atMs ?? turn.row.startedAtMs).toISOString(),
      isAnswering,
    },
    version: conversation.version + (advance === null ? 0 : 1),
    seqBefore: conversation.lastSeq,
    lastSeq,
    ownReadSeq: toReadSeq(write),
    messages: messages.filter(isForConsumers).map((message) => toConsumerMessage(message, { ...place, clientMessageId: message.seq === ownSeq ? clientMessageId : null })),
    notices: listNotices(write, { isAnswering, status, lastSeq }),
  };
}

/** A page's post is told with the first write of its turn, what became of the conversation with the last. */
function listNotices({ conversation, turn }: TurnWrite, { isAnswering, status, lastSeq }: { isAnswering: boolean; status: string; lastSeq: number }): Notice[] {
  if (turn === null) return [];
  const { event, number: turnNumber } = turn.row;
  const at = new Date(event.atMs).toISOString();
  const kind = toNoticeKind(event);
  const notices: Notice[] = kind !== null && turn.mode === 'insert' ? [{ kind, turnNumber, afterSeq: conversation.lastSeq, at }] : [];
  if (!isAnswering && status === 'closed') notices.push({ kind: 'closed', turnNumber, afterSeq: lastSeq, at });
  return notices;
}
