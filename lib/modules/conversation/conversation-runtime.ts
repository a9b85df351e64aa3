import { setMaxListeners } from 'node:events';
import { Fault } from '@/lib/engine/fault';
import { toProvider } from '@/lib/platform/db/open-database';
import { createActiveCache } from './active-cache';
import type { ActiveConversation } from './active-conversation';
import { activeConversationStore, type StoredTimer } from './active-conversation.store';
import { createConversationQueue } from './conversation-queue';
import type { TakenTurn } from './carry-turn';
import { createProgramSource } from './program-source';
import type { RuntimeDeps } from './runtime-deps';
import { createTimerScheduler } from './timer-scheduler';
import { TurnHalt } from './turn-progress';
import { createTurnTaker, LEASE_MS, type TurnOrder } from './turn-taker';
import type { ConversationAdvance } from './turn-write';
import { createTurnWriter } from './turn-writer';

/** The conversations of this process: takes their turns in order, each exactly once, and wakes them when their timers go off. */
export interface ConversationRuntime {
  /**
   * Takes a turn; resolves when it is on the disk.
   * @returns null when `toEvent` saw nothing to do
   * @throws Fault `conversation/not-found`, `conversation/no-release`, `bot/not-found`, `conversation/turn-failed`,
   * `conversation/too-many-messages`, and what `toEvent` throws
   */
  take(order: TurnOrder): Promise<TakenTurn | null>;
  /**
   * Changes a conversation between two turns.
   * @throws Fault `conversation/not-found`, and what `change` throws
   */
  change(place: { workspaceId: string; conversationId: string }, change: (conversation: ActiveConversation) => Pick<ActiveConversation, 'state' | 'options'>): Promise<void>;
  /** Goes on with what a crash cut off, and lets timers go off. Call it when called servers of our own can answer. */
  start(): Promise<void>;
  /** Takes nothing new; turns under way may finish within `graceMs`, others go on at the next start. */
  stop(graceMs: number): Promise<void>;
}

/** How often leases are renewed, and other processes' abandoned turns looked for. */
const LOOK_AFTER_MS = LEASE_MS / 3;

/** Makes the runtime of this process. */
export function createConversationRuntime(deps: RuntimeDeps): ConversationRuntime {
  const provider = toProvider(deps.env.databaseUrl);
  const ownerId = deps.newId();
  const closing = new AbortController();
  const stopping = new AbortController();
  // Every call under way listens to it.
  setMaxListeners(0, closing.signal, stopping.signal);
  const queue = createConversationQueue();
  const cache = createActiveCache();
  const store = activeConversationStore(deps.db);
  const timers = createTimerScheduler(deps, fire);
  const writer = createTurnWriter({ ...deps, provider, watcher: deps.turnWatcher });
  const programs = createProgramSource(deps);
  const taker = createTurnTaker({ ...deps, cache, writer, programs, ownerId, closing: closing.signal, stopping: stopping.signal, onTimerSet: timers.expect });
  let isStopped = false;
  let lookingAfter: NodeJS.Timeout | null = null;

  const run = <T>(conversationId: string, work: () => Promise<T>): Promise<T> => {
    if (isStopped) throw stoppingFault();
    return queue.run(conversationId, work).catch((error: unknown) => Promise.reject(error instanceof TurnHalt ? stoppingFault() : error));
  };

  async function fire({ workspaceId, conversationId, timerId }: StoredTimer): Promise<void> {
    const toEvent = async () => ((await store.hasTimer(conversationId, timerId)) ? { kind: 'timer-fired' as const, atMs: Math.floor(deps.clock.nowMs()), timerId } : null);
    try {
      await run(conversationId, () => taker.take({ workspaceId, conversationId, messageId: null, firedTimerId: timerId, toEvent }));
    } catch (error) {
      // Without its bot or release the conversation can't ever go on.
      if (!(error instanceof Fault) || (error.kind !== 'missing' && error.kind !== 'conflict')) throw error;
      await store.deleteTimer(conversationId, timerId);
    }
  }

  async function resume(places: { workspaceId: string; conversationId: string }[]): Promise<void> {
    await Promise.all(
      places.map((place) =>
        run(place.conversationId, () => taker.loadSettled(place)).catch((error: unknown) => deps.log.error({ err: error, ...place }, 'a turn that was cut off could not go on')),
      ),
    );
  }

  async function lookAfter(): Promise<void> {
    const nowMs = Math.floor(deps.clock.nowMs());
    await store.renewLeases({ ownerId, conversationIds: [...queue.idsUnderWay()] }, nowMs + LEASE_MS);
    void resume(await store.listAbandoned({ nowMs, ownerId: null }));
  }

  return {
    take: async (order) => run(order.conversationId, () => taker.take(order)),

    change: async (place, change) =>
      run(place.conversationId, async () => {
        for (;;) {
          const conversation = await taker.loadSettled(place);
          const changed = change(conversation);
          const stateText = JSON.stringify(changed.state);
          const advance: ConversationAdvance = { stateText, status: changed.state.status, releaseId: conversation.releaseId, lastSeq: conversation.lastSeq, atMs: Math.floor(deps.clock.nowMs()) };
          cache.drop(conversation.id);
          const isWritten = await store.replace({ ...conversation, ...changed }, advance);
          if (isWritten) return cache.keep({ ...conversation, ...changed, version: conversation.version + 1 }, stateText.length);
        }
      }),

    async start() {
      const places = await store.listAbandoned({ nowMs: Math.floor(deps.clock.nowMs()), ownerId: provider === 'sqlite' ? ownerId : null });
      if (places.length > 0) deps.log.info({ turnCount: places.length }, 'turns that were cut off go on');
      void resume(places);
      timers.start();
      lookingAfter = setInterval(() => void lookAfter().catch((error: unknown) => deps.log.error({ err: error }, 'leases could not be renewed')), LOOK_AFTER_MS);
    },

    async stop(graceMs) {
      isStopped = true;
      closing.abort();
      timers.stop();
      if (lookingAfter) clearInterval(lookingAfter);
      const outOfTime = setTimeout(() => stopping.abort(), graceMs);
      await queue.whenIdle();
      clearTimeout(outOfTime);
    },
  };
}

function stoppingFault(): Fault {
  return new Fault('limited', 'conversation/stopping', 'Parley is being stopped. Send this again in a moment; what was accepted goes on then.', { retryAfterS: 5 });
}
