import { expect, it } from 'vitest';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { OwnConversationStore } from '../own-conversation.store';
import { createEventStream } from './event-stream';

const AT = '2026-01-05T12:00:00.000Z';
const toMessage = (seq: number): Message => ({ id: `m${seq}`, seq, actor: { kind: 'bot', id: 'b' }, parts: [], plainText: `${seq}`, delayMs: 0, inReplyTo: null, createdAt: AT, visibility: 'normal', interactionId: null });

it('what another process writes between the reading of messages and of lines is sent, though nobody tells of it', async () => {
  let count = 2;
  let isNextLate = false;
  const readLine = () => ({ id: 'c', status: 'open' as const, createdAt: AT, updatedAt: AT, isAnswering: false, lastSeq: count, readSeq: 0, unreadCount: count, latest: null, version: count });
  const store: Pick<OwnConversationStore, 'list' | 'listByIds' | 'listMessages' | 'listNoticeTurns' | 'findLastTurn'> = {
    list: () => Promise.resolve([readLine()]),
    listByIds: () => Promise.resolve([readLine()]),
    listMessages(_, { afterSeq = 0 }) {
      const messages = Array.from({ length: count - afterSeq }, (_each, index) => ({ message: toMessage(afterSeq + 1 + index), seq: afterSeq + 1 + index, turnNumber: 1, clientMessageId: null }));
      // The other process: just behind this read.
      if (isNextLate) count += 1;
      isNextLate = false;
      return Promise.resolve({ messages, lastRow: messages.at(-1) ?? null, before: null, isNewest: true });
    },
    listNoticeTurns: () => Promise.resolve([]),
    findLastTurn: () => Promise.resolve(null),
  };
  const seqs: number[] = [];
  const sink = {
    write(text: string) {
      const event = JSON.parse(text.slice(text.indexOf('data: ') + 6)) as { kind: string; message?: { seq: number } };
      if (event.message) seqs.push(event.message.seq);
    },
    waitingBytes: () => 0,
    whenTaken: () => Promise.resolve(),
    end: () => undefined,
    cut: () => undefined,
    onOver: () => undefined,
  };
  const fileAddresses = { sign: () => '' } as never;
  const stream = createEventStream({ store: store as OwnConversationStore, fileAddresses, sink, onFailure: (error) => expect.fail(String(error)) }, { id: 'c', afterSeq: 0 });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
  stream.start();
  await settle();
  expect(seqs).toEqual([1, 2]);

  count = 3;
  isNextLate = true;
  stream.compare([{ id: 'c', version: 3, readSeq: 0 }]);
  await settle();
  stream.compare([{ id: 'c', version: 4, readSeq: 0 }]);
  await settle();
  expect(seqs).toEqual([1, 2, 3, 4]);
});
