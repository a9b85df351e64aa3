import type { ApiRouter } from '@/lib/http/route/api-context';
import type { RouteContract } from '@/lib/http/route/route-contract';
import * as bot from '@/lib/modules/bot/bot.contract';
import { bindBotRoutes } from '@/lib/modules/bot/bot.routes';
import * as botTest from '@/lib/modules/bot-test/bot-test.contract';
import { bindBotTestRoutes } from '@/lib/modules/bot-test/bot-test.routes';
import * as channel from '@/lib/modules/channel/channel.contract';
import { bindChannelRoutes } from '@/lib/modules/channel/channel.routes';
import * as conversation from '@/lib/modules/conversation/conversation.contract';
import { bindConversationRoutes } from '@/lib/modules/conversation/conversation.routes';
import * as credential from '@/lib/modules/credential/credential.contract';
import { bindCredentialRoutes } from '@/lib/modules/credential/credential.routes';
import * as draft from '@/lib/modules/draft/draft.contract';
import { bindDraftRoutes } from '@/lib/modules/draft/draft.routes';
import * as environment from '@/lib/modules/environment/environment.contract';
import { bindEnvironmentRoutes } from '@/lib/modules/environment/environment.routes';
import * as integration from '@/lib/modules/integration/integration.contract';
import { bindIntegrationRoutes } from '@/lib/modules/integration/integration.routes';
import * as integrationRun from '@/lib/modules/integration-run/integration-run.contract';
import { bindIntegrationRunRoutes } from '@/lib/modules/integration-run/integration-run.routes';
import * as messenger from '@/lib/modules/messenger/messenger.contract';
import { bindMessengerConversationRoutes } from '@/lib/modules/messenger/messenger-conversation.routes';
import { bindMessengerEventRoutes } from '@/lib/modules/messenger/messenger-events.routes';
import { bindMessengerExtrasRoutes } from '@/lib/modules/messenger/messenger-extras.routes';
import { bindMessengerSessionRoutes } from '@/lib/modules/messenger/messenger-session.routes';
import * as release from '@/lib/modules/release/release.contract';
import { bindReleaseRoutes } from '@/lib/modules/release/release.routes';
import * as replay from '@/lib/modules/replay/replay.contract';
import { bindReplayRoutes } from '@/lib/modules/replay/replay.routes';
import * as search from '@/lib/modules/search/search.contract';
import { bindSearchRoutes } from '@/lib/modules/search/search.routes';
import * as webView from '@/lib/modules/web-view/web-view.contract';
import { bindWebViewRoutes } from '@/lib/modules/web-view/web-view.routes';
import * as workspace from '@/lib/modules/workspace/workspace.contract';
import { bindWorkspaceRoutes } from '@/lib/modules/workspace/workspace.routes';

const METHOD_ORDER = ['get', 'post', 'put', 'patch', 'delete'];

/** A contract's routes by path and method: a module's exports come in the order of the alphabet. */
function toRoutes(contract: Record<string, unknown>): RouteContract[] {
  return Object.values(contract)
    .filter((value): value is RouteContract => typeof value === 'object' && value !== null && 'operationId' in value)
    .sort((a, b) => a.path.localeCompare(b.path) || METHOD_ORDER.indexOf(a.method) - METHOD_ORDER.indexOf(b.method));
}

/** Every route of the API, in the order of the OpenAPI document. */
export const apiRoutes: RouteContract[] = [workspace, bot, draft, release, integration, integrationRun, conversation, webView, channel, messenger, replay, botTest, environment, credential, search].flatMap((contract) => toRoutes(contract));

/** Serves every route of the API. */
export function bindApiRoutes(router: ApiRouter): void {
  bindWorkspaceRoutes(router);
  bindBotRoutes(router);
  bindDraftRoutes(router);
  bindReleaseRoutes(router);
  bindIntegrationRoutes(router);
  bindIntegrationRunRoutes(router);
  bindConversationRoutes(router);
  bindWebViewRoutes(router);
  bindChannelRoutes(router);
  bindMessengerSessionRoutes(router);
  bindMessengerExtrasRoutes(router);
  bindMessengerConversationRoutes(router);
  bindMessengerEventRoutes(router);
  bindReplayRoutes(router);
  bindBotTestRoutes(router);
  bindSearchRoutes(router);
  bindEnvironmentRoutes(router);
  bindCredentialRoutes(router);
}
