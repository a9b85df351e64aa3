import type { RequestEffect } from '@/lib/engine/effect.schema';
import type { ResultEvent } from '@/lib/engine/event.schema';
import { Fault } from '@/lib/engine/fault';
import { findDialogByName } from '@/lib/engine/flow/find-dialog';
import { quote } from '@/lib/engine/rules/verdict';
import type { ActiveConversation } from './active-conversation';
import type { PermanentVariables } from './permanent-variables';
import type { ProgramSource } from './program-source';

export interface FindTransferTargetDeps {
  programs: ProgramSource;
  permanentVariables: Pick<PermanentVariables, 'read'>;
  nowMs(): number;
}

/**
 * Looks whether a conversation can go to another bot of its workspace: to its live release, or to its draft in a preview. A target that
 * is not there is an answer too.
 */
export async function findTransferTarget(deps: FindTransferTargetDeps, conversation: ActiveConversation, { key, botId, dialogName }: Extract<RequestEffect, { kind: 'find-bot' }>): Promise<ResultEvent> {
  const { workspaceId, kind, state } = conversation;
  const toAnswer = (problem: string): ResultEvent => ({ kind: 'bot-found', key, atMs: deps.nowMs(), target: null, problem });
  try {
    const { program, releaseId } = await deps.programs.choose({ workspaceId, botId, kind, releaseId: null, mayMove: true });
    if (dialogName !== '' && !findDialogByName(program, dialogName)) return toAnswer(`the bot ${botId} has no dialog ${quote(dialogName)} that is switched on.`);
    const permanent = await deps.permanentVariables.read({ botId, kind, consumerId: state.consumer.id });
    return { kind: 'bot-found', key, atMs: deps.nowMs(), target: { releaseId, permanent }, problem: '' };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'bot/not-found') return toAnswer(`this workspace has no bot with the id ${quote(botId)}.`);
    if (error.code === 'conversation/no-release') return toAnswer(`the bot ${botId} has no release yet. Publish it first.`);
    throw error;
  }
}
