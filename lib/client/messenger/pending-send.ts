import type { JsonValue } from '@/lib/engine/json';
import type { UploadedFile } from '@/lib/client/messenger/upload-file';
import type { ConsumerMessage } from '@/lib/modules/messenger/messenger.schema';

/** Something said that the server has not confirmed. */
export type PendingSend = {
  /** The same with each try, so that a message never arrives twice. */
  messageId: string;
  /** Null: it begins a conversation. */
  conversationId: string | null;
  text: string;
  payload: string | null;
  metadata: JsonValue[];
  files: readonly UploadedFile[];
  /** `waiting`: for its turn, or for the connection; `failed`: refused, with the code. */
  status: 'waiting' | 'sending' | 'failed';
  code: string | null;
  tryCount: number;
};

/** What goes out next: the first that waits; messages of one device go out one after another. */
export function nextToSend(pending: readonly PendingSend[]): PendingSend | null {
  return pending.find(({ status }) => status === 'waiting') ?? null;
}

/** The list with one of them changed. */
export function changePending(pending: readonly PendingSend[], messageId: string, change: Partial<PendingSend>): PendingSend[] {
  return pending.map((send) => (send.messageId === messageId ? { ...send, ...change } : send));
}

/** What is left once messages have come: those that are them are sent. */
export function dropArrived(pending: readonly PendingSend[], messages: readonly ConsumerMessage[]): readonly PendingSend[] {
  const arrived = new Set(messages.map(({ clientMessageId }) => clientMessageId));
  return pending.some(({ messageId }) => arrived.has(messageId)) ? pending.filter(({ messageId }) => !arrived.has(messageId)) : pending;
}

/** Tries before a message counts as failed that the server broke down over. */
const BROKEN_TRIES_MAX = 3;

/** What becomes of a message after a failed try: it waits as long as time may help. */
export function afterFailure({ tryCount }: Pick<PendingSend, 'tryCount'>, problem: { status: number; code: string; isPassing: boolean }): Pick<PendingSend, 'status' | 'code' | 'tryCount'> {
  const isWorthAnother = problem.isPassing || (problem.status >= 500 && tryCount + 1 < BROKEN_TRIES_MAX);
  return isWorthAnother ? { status: 'waiting', code: problem.code, tryCount: tryCount + 1 } : { status: 'failed', code: problem.code, tryCount: tryCount + 1 };
}

/** After a reload: what was under way goes out again, under its id. */
export function reviveSends(pending: readonly PendingSend[]): PendingSend[] {
  return pending.map((send) => (send.status === 'sending' ? { ...send, status: 'waiting' } : send));
}
