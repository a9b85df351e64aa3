import type { ApiRouter } from '@/lib/http/route/api-context';
import { bindRoute } from '@/lib/http/route/bind-route';
import { channelStore } from '@/lib/modules/channel/channel.store';
import { draftStore } from '@/lib/modules/draft/draft.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { webViewSettingsStore } from '@/lib/modules/web-view/web-view-settings.store';
import * as contract from './bot.contract';
import { botStore } from './bot.store';
import { createBot } from './create-bot';
import { deleteBot } from './delete-bot';
import { duplicateBot } from './duplicate-bot';
import { updateBot } from './update-bot';

/** Serves the routes of bots. */
export function bindBotRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listBots, async ({ deps, scope }) => ({ bots: await botStore(deps.db, scope.workspaceId).list() }));

  bindRoute(router, contract.createBot, async ({ deps, scope, input }) => {
    await environmentStore(deps.db, scope.workspaceId).assertExists(input.body.environmentId);
    return deps.db.$transaction((transaction) =>
      createBot({ bots: botStore(transaction, scope.workspaceId), drafts: draftStore(transaction, scope.workspaceId), newId: deps.newId }, input.body),
    );
  });

  bindRoute(router, contract.getBot, ({ deps, scope, input }) => botStore(deps.db, scope.workspaceId).get(input.params.botId));

  bindRoute(router, contract.updateBot, async ({ deps, scope, input }) => {
    await environmentStore(deps.db, scope.workspaceId).assertExists(input.body.environmentId);
    return updateBot({ bots: botStore(deps.db, scope.workspaceId) }, input.params.botId, input.body);
  });

  bindRoute(router, contract.duplicateBot, ({ deps, scope, input }) =>
    deps.db.$transaction((transaction) =>
      duplicateBot(
        {
          bots: botStore(transaction, scope.workspaceId),
          drafts: draftStore(transaction, scope.workspaceId),
          integrations: integrationStore(transaction, scope.workspaceId),
          webViewSettings: webViewSettingsStore(transaction, scope.workspaceId),
          newId: deps.newId,
        },
        input.params.botId,
      ),
    ),
  );

  bindRoute(router, contract.deleteBot, async ({ deps, scope, input }) => {
    await deps.db.$transaction((transaction) =>
      deleteBot({ bots: botStore(transaction, scope.workspaceId), channels: channelStore(transaction, scope.workspaceId) }, input.params.botId, input.query.confirmName),
    );
    return undefined;
  });
}
