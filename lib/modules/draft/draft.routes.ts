import type { ApiRouter } from '@/lib/http/route/api-context';
import { bindRoute } from '@/lib/http/route/bind-route';
import { botStore } from '@/lib/modules/bot/bot.store';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import { webViewSettingsStore } from '@/lib/modules/web-view/web-view-settings.store';
import { changeDraft } from './change-draft';
import * as contract from './draft.contract';
import { draftStore } from './draft.store';
import { readSurroundings } from './read-surroundings';

/** Serves the routes of drafts. */
export function bindDraftRoutes(router: ApiRouter): void {
  bindRoute(router, contract.getDraft, ({ deps, scope, input }) => draftStore(deps.db, scope.workspaceId).get(input.params.botId));

  bindRoute(router, contract.getDraftVersion, async ({ deps, scope, input }) => ({
    version: await draftStore(deps.db, scope.workspaceId).getVersion(input.params.botId),
  }));

  bindRoute(router, contract.getDraftSurroundings, ({ deps: { db }, scope: { workspaceId }, input }) =>
    readSurroundings(
      {
        bots: botStore(db, workspaceId),
        integrations: integrationStore(db, workspaceId),
        environments: environmentStore(db, workspaceId),
        webViewSettings: webViewSettingsStore(db, workspaceId),
      },
      input.params.botId,
    ),
  );

  bindRoute(router, contract.changeDraft, ({ deps, scope, input }) =>
    changeDraft({ drafts: draftStore(deps.db, scope.workspaceId) }, input.params.botId, input.body.changes),
  );
}
