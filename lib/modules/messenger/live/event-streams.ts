import type { Logger } from 'pino';
import { Fault } from '@/lib/engine/fault';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import type { Clock } from '@/lib/platform/clock';
import { toProvider } from '@/lib/platform/db/open-database';
import type { EventSink } from '@/lib/platform/realtime/event-sink';
import type { Realtime } from '@/lib/platform/realtime/realtime';
import type { FileAddresses } from '../file-addresses';
import { toConsumerTopic, type MessengerNews } from '../messenger-news.schema';
import { getOwnConversation, openOwnConversations, type OwnConversationsDeps } from '../own-conversations';
import { createEventStream, type EventStream, type WatchedConversation } from './event-stream';
import { everyConsumerStore } from './every-consumer.store';

/** Live connections of this process. */
export interface EventStreams {
  /**
   * Looks whether a visitor may connect.
   * @returns what begins to send events into the connection's sink
   * @throws Fault `messenger/session-required`, `conversation/not-found`, `messenger/too-many-connections`, `messenger/stopping`
   */
  prepare(scope: ConsumerScope, watched: WatchedConversation | null): Promise<(sink: EventSink) => void>;
  /** Ends those of contacts that are gone, and shows others what the database has that they were not told. Happens by itself, too. */
  lookAfter(): Promise<void>;
  /** Ends all and takes no more. */
  close(): void;
}

export interface EventStreamsDeps extends OwnConversationsDeps {
  env: OwnConversationsDeps['env'] & { redisUrl: string | null };
  realtime: Realtime<MessengerNews>;
  fileAddresses: FileAddresses;
  clock: Pick<Clock, 'nowMs'>;
  log: Logger;
}

interface Connection {
  scope: ConsumerScope;
  consumerIds: readonly string[];
  stream: EventStream;
  sink: EventSink;
  /** Which of the seconds of a round it is looked at in, so that the work is spread. */
  slot: number;
  /** Whether something waited for the reader when it was looked at last. */
  wasWaiting: boolean;
}

/** Of a contact, in this process: tabs and devices. */
const CONNECTION_COUNT_MAX = 20;
const TICK_MS = 1_000;
/** Seconds between two comments to the same reader: proxies end connections in which nothing happens for 30 s or more. */
const KEEP_ALIVE_TICKS = 20;
/** Seconds between two looks when nobody tells of other processes' turns, and when Redis does, for what it lost. */
const LOOK_TICKS = { alone: 2, withRedis: 20 };
/** Contacts are looked for that often: they are deleted with their channel. */
const CONTACT_TICKS = 20;
const KEEP_ALIVE = ': keep-alive\n\n';

/** Makes the live connections of this process. */
export function createEventStreams(deps: EventStreamsDeps): EventStreams {
  const connectionsByContact = new Map<string, Set<Connection>>();
  const everyConsumer = everyConsumerStore(deps.db);
  const isAlone = toProvider(deps.env.databaseUrl) === 'sqlite';
  const lookTicks = deps.env.redisUrl === null ? LOOK_TICKS.alone : LOOK_TICKS.withRedis;
  let isClosed = false;
  let openedCount = 0;
  let tickCount = 0;
  let ticking: NodeJS.Timeout | null = null;

  const listAll = () => [...connectionsByContact.values()].flatMap((connections) => [...connections]);
  const reportFailure = (what: string) => (error: unknown) => deps.log.error({ err: error }, what);

  function add(connection: Connection): void {
    const { contactId } = connection.scope;
    const others = connectionsByContact.get(contactId);
    if (others) others.add(connection);
    else connectionsByContact.set(contactId, new Set([connection]));
    ticking ??= setInterval(tick, TICK_MS).unref();
    connection.sink.onOver(() => remove(connection));
  }

  function remove(connection: Connection): void {
    const { contactId } = connection.scope;
    const others = connectionsByContact.get(contactId);
    others?.delete(connection);
    if (others?.size === 0) connectionsByContact.delete(contactId);
    for (const id of connection.consumerIds) deps.realtime.unsubscribe(toConsumerTopic(id), connection.stream);
    if (connectionsByContact.size > 0 || ticking === null) return;
    clearInterval(ticking);
    ticking = null;
  }

  function tick(): void {
    tickCount += 1;
    const nowMs = deps.clock.nowMs();
    for (const connection of listAll()) {
      if (connection.scope.expiresAtMs <= nowMs) connection.sink.end();
      else if (connection.slot === tickCount % KEEP_ALIVE_TICKS) keepAlive(connection);
    }
    if (tickCount % CONTACT_TICKS === 0) void endOrphans().catch(reportFailure('contacts of live connections could not be read'));
    if (!isAlone && tickCount % lookTicks === 0) void look().catch(reportFailure('conversations of live connections could not be read'));
  }

  function keepAlive(connection: Connection): void {
    const isWaiting = connection.sink.waitingBytes() > 0;
    if (isWaiting && connection.wasWaiting) return connection.sink.cut();
    connection.wasWaiting = isWaiting;
    connection.sink.write(KEEP_ALIVE);
  }

  async function endOrphans(): Promise<void> {
    const there = await everyConsumer.listContactIds([...connectionsByContact.keys()]);
    for (const { scope, sink } of listAll()) if (!there.has(scope.contactId)) sink.end();
  }

  /** One query for all. */
  async function look(): Promise<void> {
    const connections = listAll();
    const positions = await everyConsumer.listPositions([...new Set(connections.flatMap(({ consumerIds }) => consumerIds))], deps.clock.nowMs());
    for (const { consumerIds, stream } of connections) stream.compare(consumerIds.flatMap((id) => positions.get(id) ?? []));
  }

  function assertRoom({ contactId }: ConsumerScope): void {
    if (isClosed) throw new Fault('limited', 'messenger/stopping', 'Parley is being stopped. Connect again in a moment.', { retryAfterS: 5 });
    if ((connectionsByContact.get(contactId)?.size ?? 0) < CONNECTION_COUNT_MAX) return;
    throw new Fault('limited', 'messenger/too-many-connections', `At most ${CONNECTION_COUNT_MAX} live connections are open for one visitor. Close some of its windows.`, { retryAfterS: 60 });
  }

  return {
    async prepare(scope, watched) {
      const { place, store } = await openOwnConversations(deps, scope);
      if (watched) await getOwnConversation(store, watched.id);
      assertRoom(scope);
      return (sink) => {
        const stream = createEventStream({ store, fileAddresses: deps.fileAddresses, sink, onFailure: reportFailure('a live connection could not read') }, watched);
        openedCount += 1;
        add({ scope, consumerIds: place.consumerIds, stream, sink, slot: openedCount % KEEP_ALIVE_TICKS, wasWaiting: false });
        void Promise.all(place.consumerIds.map((id) => deps.realtime.subscribe(toConsumerTopic(id), stream))).then(stream.start);
      };
    },

    async lookAfter() {
      await endOrphans();
      await look();
    },

    close() {
      isClosed = true;
      for (const { sink } of listAll()) sink.end();
    },
  };
}
