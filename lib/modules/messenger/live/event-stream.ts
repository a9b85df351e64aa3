import type { EventSink } from '@/lib/platform/realtime/event-sink';
import type { TopicListener } from '@/lib/platform/realtime/realtime';
import { toLatest } from '../consumer-message.rules';
import type { FileAddresses } from '../file-addresses';
import type { MessengerNews, TurnNews } from '../messenger-news.schema';
import type { ConsumerMessage, MessengerEvent, Notice } from '../messenger.schema';
import { interleave } from '../notice.rules';
import { toShownLine, type ConversationLine, type OwnConversationStore } from '../own-conversation.store';
import { readNotices, toConsumerMessages } from '../read-history';
import { toEventText } from './event-text';
import type { RowPosition } from './every-consumer.store';
import { followTurn, type LinePosition } from './line-position.rules';

/** What a stream needs to read what it was not told. */
export interface EventStreamDeps {
  store: OwnConversationStore;
  fileAddresses: FileAddresses;
  sink: EventSink;
  /** Told when reading fails; the stream is cut off then. */
  onFailure(error: unknown): void;
}

/** A conversation whose messages the stream sends, from a number on. */
export interface WatchedConversation {
  id: string;
  afterSeq: number;
}

/** One live connection. It hears news and sends events; what it was not told in order it reads from the database. */
export interface EventStream extends TopicListener<MessengerNews> {
  /** Sends `hello` and what was missed; from then on news goes out as it comes. */
  start(): void;
  /** Looks at conversations as they stand in the database; what is newer than the stream knows is read. */
  compare(rows: readonly RowPosition[]): void;
}

/** Bytes that wait for a slow reader before it is cut off; it comes back and reads on where it was. */
const WAITING_BYTES_MAX = 1024 * 1024;
/** News kept while the database is read; beyond that, the database is read once more. */
const PENDING_COUNT_MAX = 100;
/** Messages read at a time, so that a slow reader of a long conversation takes little memory. */
const PAGE_COUNT = 50;
/** Bytes written ahead of the reader of a long conversation. */
const PAGE_BYTES_MAX = 256 * 1024;
/** Lines of `hello`, as of the list. */
const HELLO_COUNT_MAX = 50;

/**
 * Makes the stream of one connection. Each conversation is followed by numbers: news that is exactly the next goes out at once, older
 * news is dropped, and a gap makes it read. So order holds however news and reading overtake each other.
 */
export function createEventStream(deps: EventStreamDeps, watched: WatchedConversation | null): EventStream {
  const { store, sink } = deps;
  const positions = new Map<string, LinePosition>();
  /** Notices that were sent, by turn and kind: news may tell again what was read. */
  const sentNotices: string[] = [];
  let sentSeq = watched?.afterSeq ?? 0;
  /** Version of the watched conversation whose messages were read for certain. */
  let readVersion = 0;
  let isStarted = false;
  let isReading = false;
  let pending: MessengerNews[] = [];
  let mustGreet = false;
  let mustReadMessages = false;
  const mustReadLines = new Set<string>();

  function send(event: MessengerEvent): void {
    if (sink.waitingBytes() > WAITING_BYTES_MAX) return sink.cut();
    sink.write(toEventText(event));
  }

  function sendShown(line: ConsumerMessage | Notice): void {
    if ('afterSeq' in line) sendNotice(line);
    else if (watched && line.seq > sentSeq) send({ kind: 'message', conversationId: watched.id, message: line });
  }

  function sendNotice(notice: Notice): void {
    const key = `${notice.turnNumber} ${notice.kind}`;
    if (!watched || sentNotices.includes(key)) return;
    sentNotices.push(key);
    if (sentNotices.length > PENDING_COUNT_MAX) sentNotices.shift();
    send({ kind: 'notice', conversationId: watched.id, notice });
  }

  function sendLine(line: ConversationLine): void {
    positions.set(line.id, toPosition(line));
    send({ kind: 'conversation', conversation: toShownLine(line) });
  }

  function take(news: MessengerNews): void {
    switch (news.kind) {
      case 'turn':
        return takeTurn(news);
      case 'activity':
        return send(news);
      case 'read':
        mustReadLines.add(news.conversationId);
        return;
      case 'merged':
        // It comes back and is told whose conversations it shows now.
        return sink.end();
    }
  }

  function takeTurn(news: TurnNews): void {
    const { conversation, messages, notices, seqBefore, lastSeq } = news;
    if (watched?.id === conversation.id) {
      if (seqBefore > sentSeq) mustReadMessages = true;
      else {
        interleave(messages, notices).forEach(sendShown);
        sentSeq = Math.max(sentSeq, lastSeq);
      }
    }
    const latest = messages.at(-1);
    const followed = followTurn(positions.get(conversation.id), news);
    if (followed === 'old') return;
    if (followed === 'gap' || !latest) return void mustReadLines.add(conversation.id);
    positions.set(conversation.id, followed);
    send({ kind: 'conversation', conversation: { ...conversation, lastSeq: followed.lastSeq, readSeq: followed.readSeq, unreadCount: followed.unreadCount, latest: toLatest(latest) } });
  }

  const mustRead = () => mustGreet || mustReadMessages || mustReadLines.size > 0;

  async function readAll(): Promise<void> {
    try {
      while (mustRead()) {
        if (mustGreet) await greet();
        if (mustReadMessages) await readMessages();
        if (mustReadLines.size > 0) await readLines();
        const heard = pending;
        pending = [];
        for (const news of heard) take(news);
      }
    } finally {
      isReading = false;
    }
  }

  async function greet(): Promise<void> {
    mustGreet = false;
    const lines = await store.list(HELLO_COUNT_MAX);
    for (const line of lines) positions.set(line.id, toPosition(line));
    send({ kind: 'hello', conversations: lines.map(toShownLine) });
    mustReadMessages = watched !== null;
  }

  async function readMessages(): Promise<void> {
    mustReadMessages = false;
    if (!watched) return;
    const [line] = await store.listByIds([watched.id]);
    if (!line) return;
    readVersion = line.version;
    for (;;) {
      const stretch = await store.listMessages(watched.id, { afterSeq: sentSeq, limit: PAGE_COUNT });
      const notices = await readNotices(store, line, stretch);
      for (const line of interleave(toConsumerMessages(deps, watched.id, stretch.messages), notices)) {
        if (sink.waitingBytes() > PAGE_BYTES_MAX) await sink.whenTaken();
        sendShown(line);
      }
      sentSeq = Math.max(sentSeq, stretch.lastRow?.seq ?? 0);
      if (stretch.isNewest) return;
      await sink.whenTaken();
    }
  }

  async function readLines(): Promise<void> {
    const ids = [...mustReadLines];
    mustReadLines.clear();
    for (const line of await store.listByIds(ids)) {
      sendLine(line);
      // Another process may have written since the messages were read, and with this line known, nothing would look for them any more.
      if (line.id === watched?.id && line.version > readVersion) mustReadMessages = true;
    }
  }

  /** Only one reads at a time; what is heard meanwhile waits. */
  function readSoon(): void {
    if (isReading || !mustRead()) return;
    isReading = true;
    readAll().catch((error: unknown) => {
      deps.onFailure(error);
      sink.cut();
    });
  }

  return {
    start() {
      isStarted = true;
      missAll();
      readSoon();
    },
    hear(news) {
      // It stands in the database already, and that is read then.
      if (!isStarted) return;
      if (isReading) {
        pending.push(news);
        if (pending.length > PENDING_COUNT_MAX) missAll();
        return;
      }
      take(news);
      readSoon();
    },
    miss() {
      if (!isStarted) return;
      missAll();
      readSoon();
    },
    compare(rows) {
      if (!isStarted) return;
      for (const row of rows) {
        const known = positions.get(row.id);
        if (known && known.version >= row.version && known.readSeq >= row.readSeq) continue;
        mustReadLines.add(row.id);
        if (row.id === watched?.id) mustReadMessages = true;
      }
      readSoon();
    },
  };

  function missAll(): void {
    pending = [];
    mustGreet = true;
  }
}

function toPosition({ version, lastSeq, readSeq, unreadCount }: ConversationLine): LinePosition {
  return { version, lastSeq, readSeq, unreadCount };
}
