import type { OutcomeEffect, RequestEffect } from '@/lib/engine/effect.schema';
import type { ResultEvent } from '@/lib/engine/event.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { openCredential } from '@/lib/modules/credential/open-credential';
import type { OpenEnvironment } from '@/lib/modules/environment/open-environment';
import { openRunStores } from '@/lib/modules/integration-run/open-run-stores';
import type { ActiveConversation } from './active-conversation';
import { answerCall } from './answer-call';
import { answerExpressions } from './answer-expressions';
import { answerScript } from './answer-script';
import type { CallMode } from './conversation.schema';
import type { RuntimeDeps } from './runtime-deps';

/** On whose behalf something is asked. */
export interface RequestPlace {
  conversation: ActiveConversation;
  program: Program;
  environment: OpenEnvironment;
  /** Fires when the process stops. */
  signal: AbortSignal;
  /** What the turn has come to before the request. */
  soFar: readonly OutcomeEffect[];
}

/** What is answered without the runtime, which alone knows where bots are to be found. */
type AnswerableRequest = Exclude<RequestEffect, { kind: 'find-bot' }>;

/** Answers what the engine asks for: scripts and expressions in the sandbox, calls through the one door out. */
export async function answerRequest(deps: RuntimeDeps, place: RequestPlace, request: AnswerableRequest): Promise<ResultEvent> {
  const { conversation, program, environment, signal, soFar } = place;
  const { id: conversationId, workspaceId, botId } = conversation;
  const { key } = request;
  const nowMs = () => Math.floor(deps.clock.nowMs());
  switch (request.kind) {
    case 'run-script': {
      const owner = { workspaceId, botId, isPreview: conversation.kind === 'preview', consumerId: conversation.state.consumer.id, conversationId, nowMs: nowMs(), soFar };
      const result = await answerScript({ sandbox: deps.sandbox, db: deps.db, scriptLimits: deps.env.scriptLimits }, request, owner);
      return { kind: 'script-finished', key, atMs: nowMs(), result };
    }
    case 'match-expressions':
      return { kind: 'expressions-matched', key, atMs: nowMs(), matches: await answerExpressions({ sandbox: deps.sandbox }, request, workspaceId) };
    case 'call-integration': {
      const stores = openRunStores(deps, workspaceId);
      const callDeps = {
        ...deps,
        random: Math.random,
        scriptLimits: deps.env.scriptLimits,
        readAllowList: () => stores.readAllowList(),
        openCredential: (credentialId: string) => openCredential({ credentials: stores.credentials, vault: deps.vault }, credentialId),
        findSample: (integrationId: string) => stores.integrations.findSample(botId, integrationId),
      };
      if (request.delayMs > 0) await deps.clock.sleep(request.delayMs, signal).catch(() => undefined);
      const mode = toCallMode(conversation, request.integrationId);
      const result = await answerCall(callDeps, { workspaceId, program, request, mode, environmentSecrets: environment.secrets, signal });
      return { kind: 'call-finished', key, atMs: nowMs(), result };
    }
  }
}

/** Live conversations always call. */
export function toCallMode({ kind, options }: Pick<ActiveConversation, 'kind' | 'options'>, integrationId: string): CallMode {
  if (kind === 'live') return { kind: 'live' };
  return options.calls.byIntegrationId[integrationId] ?? options.calls.default;
}
