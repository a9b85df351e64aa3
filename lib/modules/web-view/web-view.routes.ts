import { Fault } from '@/lib/engine/fault';
import type { ApiRouter } from '@/lib/http/route/api-context';
import { bindRoute } from '@/lib/http/route/bind-route';
import { botStore } from '@/lib/modules/bot/bot.store';
import { saveWebViewSettings } from './save-web-view-settings';
import { webViewPostStore } from './web-view-post.store';
import { webViewSettingsStore } from './web-view-settings.store';
import * as contract from './web-view.contract';

/** Serves settings and inbox of web views, for signed-in people. */
export function bindWebViewRoutes(router: ApiRouter): void {
  bindRoute(router, contract.getWebViewSettings, ({ deps, scope, input }) => webViewSettingsStore(deps.db, scope.workspaceId).get(input.params.botId));

  bindRoute(router, contract.saveWebViewSettings, ({ deps, scope, input }) =>
    saveWebViewSettings({ settings: webViewSettingsStore(deps.db, scope.workspaceId) }, input.params.botId, input.body),
  );

  bindRoute(router, contract.listWebViewPosts, async ({ deps, scope, input }) => {
    await botStore(deps.db, scope.workspaceId).get(input.params.botId);
    await deps.webViews.flush();
    return { posts: await webViewPostStore(deps.db, scope.workspaceId).list(input.params.botId, { limit: input.query.limit, outcome: input.query.outcome }) };
  });

  bindRoute(router, contract.getWebViewPost, ({ deps, scope, input }) => webViewPostStore(deps.db, scope.workspaceId).get(input.params.botId, input.params.postId));

  bindRoute(router, contract.applyWebViewPost, async ({ deps, scope, input }) => {
    const { botId, postId } = input.params;
    const { conversationId, message, variables, canApplyAgain } = await webViewPostStore(deps.db, scope.workspaceId).get(botId, postId);
    if (!canApplyAgain || variables === null) {
      throw new Fault('conflict', 'web-view/values-not-kept', 'This post can’t be applied: it still waits for the bot, or its values were not kept because nobody knows who sent it.');
    }
    return deps.webViews.deliver({ workspaceId: scope.workspaceId, botId, conversationId, message, variables, isForPreviews: false });
  });

  bindRoute(router, contract.sendTestPost, async ({ deps, scope, input }) => {
    await botStore(deps.db, scope.workspaceId).get(input.params.botId);
    return deps.webViews.deliver({ workspaceId: scope.workspaceId, botId: input.params.botId, ...input.body, isForPreviews: true });
  });
}
