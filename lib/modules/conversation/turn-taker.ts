import { Fault } from '@/lib/engine/fault';
import type { TurnEvent } from '@/lib/engine/event.schema';
import { openEnvironment, type OpenEnvironment } from '@/lib/modules/environment/open-environment';
import { openRunStores } from '@/lib/modules/integration-run/open-run-stores';
import { toProvider } from '@/lib/platform/db/open-database';
import type { ActiveCache } from './active-cache';
import type { ActiveConversation, UnfinishedTurn } from './active-conversation';
import { activeConversationStore } from './active-conversation.store';
import { isRepeatable } from './answer-call';
import { answerRequest, toCallMode } from './answer-request';
import { carryTurn, type TakenTurn } from './carry-turn';
import { conversationNotFound } from './conversation.rules';
import type { JournalEntry } from './conversation.schema';
import { findTransferTarget } from './find-transfer-target';
import { conversationStore } from './conversation.store';
import type { ChosenProgram, ProgramSource } from './program-source';
import type { RuntimeDeps } from './runtime-deps';
import { createSuspectLane } from './suspect-lane';
import { TurnHalt, type ProgressDeps, type TurnUnderWay } from './turn-progress';
import { nextTry, withTry } from './turn-tries.rules';
import type { TurnWriter } from './turn-writer';
import { writesPermanent } from './writes-permanent.rules';

/** What is to begin a turn. */
export interface TurnOrder {
  workspaceId: string;
  conversationId: string;
  /** A conversation that is not stored yet. */
  conversation?: ActiveConversation;
  /** Of the message or post, which has no effect a second time; null when it can't come twice. */
  messageId: string | null;
  firedTimerId?: string;
  /** Answers that were given before: a request under one of their keys is not made again. */
  recorded?: JournalEntry[];
  /**
   * The event, given the conversation as it is; null when there is nothing to do any more.
   * @throws Fault when the conversation is not in a state for it
   */
  toEvent(conversation: ActiveConversation): TurnEvent | null | Promise<TurnEvent | null>;
}

export interface TurnTakerDeps extends RuntimeDeps {
  cache: ActiveCache;
  writer: TurnWriter;
  programs: ProgramSource;
  /** This process. */
  ownerId: string;
  /** Fires when the process is to stop: nothing new is begun. */
  closing: AbortSignal;
  /** Fires when the process stops and waits for nothing any more. */
  stopping: AbortSignal;
  /** A timer was set for this time. */
  onTimerSet(atMs: number): void;
}

/** How long a turn under way belongs to its process without a sign of life. */
export const LEASE_MS = 30_000;
/** Races that one turn may lose. */
const TRY_COUNT_MAX = 50;
/** How often another process's turn is looked after. */
const OTHERS_TURN_POLL_MS = 100;

/**
 * Takes turns of one conversation at a time: the caller keeps the order. An unfinished turn is brought to its end first; who loses the
 * race against another process reloads and steps again.
 */
export function createTurnTaker(deps: TurnTakerDeps) {
  const store = activeConversationStore(deps.db);
  const alone = createSuspectLane(deps.clock);
  const isOnlyWriter = toProvider(deps.env.databaseUrl) === 'sqlite';
  const nowMs = () => Math.floor(deps.clock.nowMs());
  const readsOf = ({ workspaceId }: Pick<ActiveConversation, 'workspaceId'>) => conversationStore(deps.db, workspaceId);

  /** @throws Fault `conversation/not-found` */
  async function load({ workspaceId, conversationId }: Pick<TurnOrder, 'workspaceId' | 'conversationId'>): Promise<ActiveConversation> {
    const conversation = deps.cache.find(conversationId) ?? (await store.find(conversationId));
    if (!conversation || conversation.workspaceId !== workspaceId) throw conversationNotFound();
    return conversation;
  }

  /** The conversation with no turn under way. @throws Fault `conversation/not-found` */
  async function loadSettled(order: Pick<TurnOrder, 'workspaceId' | 'conversationId'>): Promise<ActiveConversation> {
    for (;;) {
      const conversation = await load(order);
      if (conversation.unfinished === null) return conversation;
      deps.cache.drop(conversation.id);
      await settle(conversation, conversation.unfinished);
    }
  }

  /** Goes on with a turn that nobody works on, or waits a little for the process that does. */
  async function settle(conversation: ActiveConversation, turn: UnfinishedTurn): Promise<void> {
    const isFree = isOnlyWriter || turn.ownerId === deps.ownerId || turn.leaseUntilMs < nowMs();
    if (!isFree) return deps.clock.sleep(OTHERS_TURN_POLL_MS, deps.stopping).catch(() => Promise.reject(new TurnHalt('stopping')));
    const next = nextTry(turn.event, turn.journal);
    if (next.kind !== 'alone') return goOn(conversation, turn, { isGivenUp: next.kind === 'give-up' });
    deps.log.warn({ conversationId: conversation.id, turnNumber: turn.number, afterMs: next.afterMs }, 'a turn was cut off again and again, and may be the cause: it goes on alone in a while');
    await deps.clock.sleep(next.afterMs, deps.closing).catch(() => Promise.reject(new TurnHalt('stopping')));
    await alone(() => goOn(conversation, turn, { isGivenUp: false }));
  }

  async function goOn(conversation: ActiveConversation, turn: UnfinishedTurn, { isGivenUp }: { isGivenUp: boolean }): Promise<void> {
    if (deps.closing.aborted) throw new TurnHalt('stopping');
    const journal = isGivenUp ? turn.journal : withTry(turn.journal, nowMs());
    if (!(await store.claimTurn(conversation, { ...turn, journal }, { ownerId: deps.ownerId, untilMs: nowMs() + LEASE_MS }))) return;
    if (turn.event.kind !== 'bot-transferred') deps.log.info({ conversationId: conversation.id, turnNumber: turn.number }, 'a turn that was cut off goes on');
    const { number, event, startedAtMs } = turn;
    const claimed = { ...conversation, version: conversation.version + 1 };
    await carry(claimed, { row: { number, event, startedAtMs }, resumed: journal, recorded: [], isGivenUp, firedTimerId: null });
  }

  /** Null when the conversation must be read again, because another process or an earlier try was faster. */
  async function carry(conversation: ActiveConversation, turn: Pick<TurnUnderWay, 'row' | 'resumed' | 'recorded' | 'isGivenUp' | 'firedTimerId'>): Promise<{ taken: TakenTurn; isMoved: boolean } | null> {
    const { event } = turn.row;
    const [chosen, linking] = await Promise.all([
      deps.programs.choose({ ...conversation, mayMove: turn.resumed === null }),
      deps.linkTurn({ ...conversation, turnNumber: turn.row.number, atMs: event.atMs }),
    ]);
    const environment = await openEnvironment({ environments: openRunStores(deps, conversation.workspaceId).environments, vault: deps.vault }, chosen.environmentId);
    const underWay: TurnUnderWay = { ...turn, conversation: await withNewestPermanent(conversation, chosen), releaseId: chosen.releaseId, clientMessageId: 'messageId' in event ? event.messageId : null };
    const matter = { program: chosen.program, environment: Object.fromEntries(environment.valueByKey), linking };
    deps.cache.drop(conversation.id);
    const isOver = deps.turnWatcher.begun(conversation);
    const carried = await carryTurn(toProgressDeps(conversation, chosen, environment), underWay, matter).finally(isOver);
    if (carried.kind !== 'done') return null;
    if (!carried.isMoved) deps.cache.keep(carried.next, carried.stateBytes);
    if (carried.nextTimerAtMs !== null) deps.onTimerSet(carried.nextTimerAtMs);
    // What a turn had said before it broke down stands in the database only.
    const taken = carried.taken.status === 'failed' ? await readsOf(conversation).getTaken(conversation.id, carried.taken.number) : carried.taken;
    return { taken, isMoved: carried.isMoved };
  }

  /** Other conversations of the consumer may have set some since; a preview keeps what was tried out in it. */
  async function withNewestPermanent(conversation: ActiveConversation, { program }: ChosenProgram): Promise<ActiveConversation> {
    const { botId, state, kind, version } = conversation;
    if (kind === 'preview' || version === 0 || !writesPermanent(program)) return conversation;
    const permanent = await deps.permanentVariables.read({ botId, kind, consumerId: state.consumer.id });
    return { ...conversation, state: { ...state, variables: { ...state.variables, permanent } } };
  }

  function toProgressDeps(conversation: ActiveConversation, { program }: ChosenProgram, environment: OpenEnvironment): ProgressDeps {
    const place = { conversation, program, environment, signal: deps.stopping };
    return {
      writer: deps.writer,
      ownerId: deps.ownerId,
      nowMs,
      leaseUntilMs: () => nowMs() + LEASE_MS,
      isRepeatable: ({ integrationId }) => toCallMode(conversation, integrationId).kind === 'sample' || isRepeatable(program, integrationId),
      reportBreakdown: (error) => deps.log.error({ err: error, conversationId: conversation.id }, 'a turn broke down'),
      async answer(request, soFar) {
        if (deps.stopping.aborted) throw new TurnHalt('stopping');
        const result = request.kind === 'find-bot' ? await findTransferTarget({ ...deps, nowMs }, conversation, request) : await answerRequest(deps, { ...place, soFar }, request);
        // What came of it then is not an answer but our own stopping.
        if (deps.stopping.aborted) throw new TurnHalt('stopping');
        return result;
      },
    };
  }

  /** What a message that was taken already came to; null when there was none of this id. */
  async function findTaken(conversation: ActiveConversation, messageId: string): Promise<TakenTurn | null> {
    const number = conversation.turnByMessageId.get(messageId) ?? (await store.findTurnOfMessage(conversation.id, messageId));
    return number === null ? null : readsOf(conversation).getAnswer(conversation.id, number);
  }

  return {
    loadSettled,

    /**
     * @returns null when there was nothing to do
     * @throws Fault `conversation/not-found`, `conversation/no-release`, `bot/not-found`, `conversation/turn-failed` and what `toEvent` throws
     */
    async take(order: TurnOrder): Promise<TakenTurn | null> {
      const { messageId } = order;
      for (let tryCount = 0; tryCount < TRY_COUNT_MAX; tryCount += 1) {
        const conversation = order.conversation ?? (await loadSettled(order));
        const mayBeKnown = messageId !== null && (tryCount > 0 || conversation.state.status === 'closed' || conversation.turnByMessageId.has(messageId));
        const known = mayBeKnown ? await findTaken(conversation, messageId) : null;
        if (known) return known;
        const event = await order.toEvent(conversation);
        if (event === null) return null;
        const row = { number: conversation.lastTurnNumber + 1, event, startedAtMs: nowMs() };
        const carried = await carry(conversation, { row, resumed: null, recorded: order.recorded ?? [], isGivenUp: false, firedTimerId: order.firedTimerId ?? null });
        if (!carried) continue;
        if (!carried.isMoved) return carried.taken;
        await loadSettled(order);
        return readsOf(conversation).getAnswer(conversation.id, carried.taken.number);
      }
      throw new Fault('conflict', 'conversation/busy', 'Others write to this conversation all the time. Wait a moment, then try again.');
    },
  };
}
