import type { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { newConversationState } from '@/lib/engine/state/new-conversation-state';
import { withVariable } from '@/lib/modules/conversation/change-preview';
import type { Conversation, JournalEntry } from '@/lib/modules/conversation/conversation.schema';
import type { ConversationRuntime } from '@/lib/modules/conversation/conversation-runtime';
import type { StoredTurn } from '@/lib/modules/conversation/conversation.store';
import type { Clock } from '@/lib/platform/clock';
import type { branchStore } from './branch.store';
import { openDraftProgram } from './open-draft-program';
import { recordConversation } from './record-conversation';
import type { branchConversation as branchContract } from './replay.contract';
import type { EditedCall } from './replay.schema';
import type { ReplayConversationDeps } from './replay-conversation';
import { runRecording } from './run-recording';

export interface BranchConversationDeps extends ReplayConversationDeps {
  runtime: Pick<ConversationRuntime, 'take'>;
  branches: ReturnType<typeof branchStore>;
  clock: Clock;
  newId(): string;
}

type BranchRequest = z.output<NonNullable<(typeof branchContract)['body']>>;

/**
 * Goes back to a turn: a new preview begins with the turns up to there. A live conversation keeps no states, so its turns are run again
 * on the draft with their recorded answers.
 * @throws Fault `conversation/not-found`, `conversation/turn-not-found`, `conversation/turn-failed`
 */
export async function branchConversation(deps: BranchConversationDeps, place: { workspaceId: string; conversationId: string }, request: BranchRequest): Promise<Conversation> {
  const { workspaceId, conversationId } = place;
  const { afterTurn, rerun } = request;
  const source = await deps.conversations.get(conversationId);
  const next = rerun ? await deps.conversations.getTurn(conversationId, afterTurn + 1) : null;
  const id = deps.newId();
  const left = (await deps.conversations.listTransfers(conversationId)).find(({ turnNumber }) => turnNumber > afterTurn);
  const botId = left?.fromBotId ?? source.botId;
  const shared = await readState(deps, place, { source, afterTurn });
  const state = request.variables.reduce(withVariable, { ...shared, conversationId: id, turn: null });
  await deps.branches.insert({
    id,
    workspaceId,
    botId,
    fromConversationId: conversationId,
    afterTurn,
    state,
    options: { ...source.options, branchedFrom: { conversationId, afterTurn } },
    atMs: Math.floor(deps.clock.nowMs()),
  });
  if (next && rerun) await runAgain(deps, { workspaceId, conversationId: id }, { turn: next, calls: rerun.calls });
  return deps.conversations.get(id);
}

/** The state after the shared turns. */
async function readState(deps: BranchConversationDeps, { workspaceId, conversationId }: { workspaceId: string; conversationId: string }, { source, afterTurn }: { source: Conversation; afterTurn: number }): Promise<ConversationState> {
  if (afterTurn === 0) {
    const { state } = await deps.conversations.getWithState(conversationId);
    return newConversationState({ conversationId, consumer: state.consumer, accountId: workspaceId, permanent: state.variables.permanent, atMs: Math.floor(deps.clock.nowMs()) });
  }
  const { stateAfter } = await deps.conversations.getTurn(conversationId, afterTurn);
  if (stateAfter) return stateAfter;
  const recorded = await recordConversation(deps, conversationId);
  const { program, environment } = await openDraftProgram(deps, source.botId);
  const replayed = await runRecording(deps, { ...recorded, turns: recorded.turns.slice(0, afterTurn), workspaceId, program, environment });
  const last = replayed.at(-1);
  if (!last || replayed.length < afterTurn) throw new Fault('missing', 'conversation/turn-not-found', 'This conversation has no turn of this number that is done.');
  return last.state;
}

/** Takes the source's next turn on the branch: calls are answered as edited or as recorded, everything else runs anew. */
async function runAgain(deps: BranchConversationDeps, place: { workspaceId: string; conversationId: string }, { turn, calls }: { turn: StoredTurn; calls: EditedCall[] }): Promise<void> {
  const recorded = turn.journal.filter(({ kind }) => kind === 'call-integration').map((entry) => withEdit(entry, calls));
  await deps.runtime.take({ ...place, messageId: null, recorded, toEvent: () => ({ ...turn.event, atMs: Math.floor(deps.clock.nowMs()) }) });
}

function withEdit(entry: JournalEntry, calls: EditedCall[]): JournalEntry {
  const edit = calls.find(({ key }) => key === entry.key);
  if (!edit || entry.result?.kind !== 'call-finished') return entry;
  return { ...entry, result: { ...entry.result, result: { ...entry.result.result, ...edit.result } } };
}
