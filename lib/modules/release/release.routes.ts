import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { botStore } from '@/lib/modules/bot/bot.store';
import { credentialStore } from '@/lib/modules/credential/credential.store';
import { draftStore } from '@/lib/modules/draft/draft.store';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import { webViewSettingsStore } from '@/lib/modules/web-view/web-view-settings.store';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import { publishRelease } from './publish-release';
import * as contract from './release.contract';
import { releaseStore } from './release.store';
import { restoreRelease } from './restore-release';

function openStores(db: Parameters<typeof releaseStore>[0], workspaceId: string) {
  return {
    bots: botStore(db, workspaceId),
    releases: releaseStore(db, workspaceId),
    drafts: draftStore(db, workspaceId),
    integrations: integrationStore(db, workspaceId),
    credentials: credentialStore(db, workspaceId),
    environments: environmentStore(db, workspaceId),
    webViewSettings: webViewSettingsStore(db, workspaceId),
  };
}

/** The bot's releases, of a bot that is there. */
async function openReleases(deps: AppDeps, workspaceId: string, botId: string) {
  const { bots, releases } = openStores(deps.db, workspaceId);
  await bots.get(botId);
  return releases;
}

/** Serves the routes of releases. */
export function bindReleaseRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listReleases, async ({ deps, scope, input }) => {
    const releases = await openReleases(deps, scope.workspaceId, input.params.botId);
    return { releases: await releases.list(input.params.botId) };
  });

  bindRoute(router, contract.publishRelease, async ({ deps, scope, input }) => {
    const { name } = await workspaceStore(deps.db).getPerson(scope.userId);
    const request = { ...input.body, person: { id: scope.userId, name } };
    return deps.db.$transaction((transaction) => publishRelease({ ...openStores(transaction, scope.workspaceId), newId: deps.newId }, input.params.botId, request));
  });

  bindRoute(router, contract.getRelease, async ({ deps, scope, input }) => {
    const { botId, releaseId } = input.params;
    return (await openReleases(deps, scope.workspaceId, botId)).get(botId, releaseId);
  });

  bindRoute(router, contract.setLiveRelease, async ({ deps, scope, input }) => {
    const { botId } = input.params;
    return (await openReleases(deps, scope.workspaceId, botId)).setLive(botId, input.body.releaseId);
  });

  bindRoute(router, contract.restoreRelease, ({ deps, scope, input }) => {
    const { botId, releaseId } = input.params;
    return deps.db.$transaction(async (transaction) => {
      const stores = openStores(transaction, scope.workspaceId);
      await stores.bots.get(botId);
      return restoreRelease(stores, botId, releaseId);
    });
  });
}
