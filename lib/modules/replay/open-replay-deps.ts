import type { AppDeps } from '@/lib/http/route/app-deps';
import { botStore } from '@/lib/modules/bot/bot.store';
import { conversationStore } from '@/lib/modules/conversation/conversation.store';
import { programStore } from '@/lib/modules/conversation/program.store';
import { readSecretMask } from '@/lib/modules/conversation/secret-mask';
import { draftStore } from '@/lib/modules/draft/draft.store';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import type { ReplayConversationDeps } from './replay-conversation';

/** What recording and replaying conversations of a workspace needs. */
export function openReplayDeps(deps: Pick<AppDeps, 'db' | 'sandbox' | 'env' | 'vault' | 'configCache'>, workspaceId: string): ReplayConversationDeps {
  const { db, sandbox, env, vault } = deps;
  return {
    sandbox,
    db,
    scriptLimits: env.scriptLimits,
    vault,
    bots: botStore(db, workspaceId),
    drafts: draftStore(db, workspaceId),
    integrations: integrationStore(db, workspaceId),
    environments: environmentStore(db, workspaceId),
    conversations: conversationStore(db, workspaceId),
    readMask: (botId) => readSecretMask(deps, { workspaceId, botId }),
    findReleaseNumber: (releaseId) => programStore(db, workspaceId).findReleaseNumber(releaseId),
  };
}
