import type { ResultEvent, TurnEvent } from '@/lib/engine/event.schema';
import type { OutcomeEffect, RequestEffect } from '@/lib/engine/effect.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { runTurn, type TurnResult } from '@/lib/engine/run-turn';
import type { ScriptLimits } from '@/lib/engine/script/script-job';
import type { Consumer, ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { newConversationState } from '@/lib/engine/state/new-conversation-state';
import { answerExpressions } from '@/lib/modules/conversation/answer-expressions';
import { answerScript } from '@/lib/modules/conversation/answer-script';
import type { Database } from '@/lib/platform/db/open-database';
import type { Sandbox } from '@/lib/platform/sandbox/sandbox';
import type { RecordedCall } from './replay.schema';
import { takeRecordedCall } from './take-recorded-call';

export interface RunRecordingDeps {
  sandbox: Sandbox;
  /** Scripts read the context service; nothing is written. */
  db: Database;
  scriptLimits?: Partial<ScriptLimits>;
}

/** What is run: a program, and a conversation as it was recorded. */
export interface Recording {
  program: Program;
  workspaceId: string;
  conversationId: string;
  /** Whose context data scripts see. */
  isPreview: boolean;
  consumer: Consumer;
  environment: Record<string, string>;
  turns: readonly { event: TurnEvent; calls: readonly RecordedCall[]; isTransferred?: boolean | undefined }[];
}

/** A turn that was run on recorded answers. */
export interface ReplayedTurn extends Pick<TurnResult, 'state' | 'effects' | 'trace'> {
  /** Integrations that were called although no answer was recorded for them. */
  unrecordedIntegrationIds: string[];
  /** Integrations whose recorded answer was not asked for. */
  uncalledIntegrationIds: string[];
}

/**
 * Runs a conversation again from its beginning on another program, by the same engine and the same sandbox. APIs are not called:
 * recorded answers stand in, in the order of calling. The recording's own clock holds. Nothing is stored.
 */
export async function runRecording(deps: RunRecordingDeps, recording: Recording): Promise<ReplayedTurn[]> {
  const { conversationId, consumer, workspaceId, turns } = recording;
  const replayed: ReplayedTurn[] = [];
  let state: ConversationState = newConversationState({ conversationId, consumer, accountId: workspaceId, permanent: {}, atMs: turns[0]?.event.atMs ?? 0 });
  for (const turn of turns) {
    const replay = await replayTurn(deps, recording, { state, turn });
    state = replay.state;
    replayed.push(replay);
  }
  return replayed;
}

async function replayTurn(deps: RunRecordingDeps, recording: Recording, { state, turn }: { state: ConversationState; turn: Recording['turns'][number] }): Promise<ReplayedTurn> {
  const { program, environment } = recording;
  const unused = [...turn.calls];
  const unrecordedIntegrationIds: string[] = [];
  const answer = async (request: RequestEffect, soFar: readonly OutcomeEffect[]): Promise<ResultEvent> => {
    const { key } = request;
    // The recording's time stands still while a turn runs, so that the outcome does not depend on how fast it is.
    const { atMs } = turn.event;
    if (request.kind === 'run-script') return { kind: 'script-finished', key, atMs, result: await answerScript(deps, request, { ...toOwner(recording, atMs), soFar }) };
    if (request.kind === 'match-expressions') return { kind: 'expressions-matched', key, atMs, matches: await answerExpressions(deps, request, recording.workspaceId) };
    // Another bot's part is not run again.
    if (request.kind === 'find-bot') return { kind: 'bot-found', key, atMs, target: turn.isTransferred ? { releaseId: null, permanent: {} } : null, problem: 'it was refused when this was recorded.' };
    const { result, wasRecorded } = takeRecordedCall(unused, request.integrationId);
    if (!wasRecorded) unrecordedIntegrationIds.push(request.integrationId);
    return { kind: 'call-finished', key, atMs, result };
  };
  const { state: next, effects, trace } = await runTurn({ program, state, event: turn.event, environment, journal: [] }, { answer });
  return { state: next, effects, trace, unrecordedIntegrationIds, uncalledIntegrationIds: unused.map(({ integrationId }) => integrationId) };
}

function toOwner({ workspaceId, isPreview, consumer, conversationId }: Recording, nowMs: number) {
  return { workspaceId, isPreview, consumerId: consumer.id, conversationId, nowMs };
}
