import type { ReadConversationDeps } from '@/lib/modules/conversation/read-conversation';
import { compareRecording } from './compare-recording.rules';
import { openDraftProgram, type OpenDraftProgramDeps } from './open-draft-program';
import { recordConversation } from './record-conversation';
import type { TurnComparison } from './replay.schema';
import { runRecording, type RunRecordingDeps } from './run-recording';

export interface ReplayConversationDeps extends RunRecordingDeps, ReadConversationDeps, OpenDraftProgramDeps {}

/**
 * Runs a recorded conversation, live or preview, against the draft and compares turn by turn.
 * @throws Fault `conversation/not-found`, `bot/not-found`
 */
export async function replayConversation(
  deps: ReplayConversationDeps,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<{ isSame: boolean; turns: TurnComparison[] }> {
  const recorded = await recordConversation(deps, conversationId);
  const { program, environment } = await openDraftProgram(deps, recorded.botId);
  const turns = compareRecording(recorded.turns, await runRecording(deps, { ...recorded, workspaceId, program, environment }));
  return { isSame: turns.every(({ isSame }) => isSame), turns };
}
