import { Fault } from '@/lib/engine/fault';
import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { botStore } from '@/lib/modules/bot/bot.store';
import { credentialStore } from '@/lib/modules/credential/credential.store';
import { draftStore } from '@/lib/modules/draft/draft.store';
import { createIntegration } from './create-integration';
import { duplicateIntegration } from './duplicate-integration';
import * as contract from './integration.contract';
import { integrationStore } from './integration.store';
import { listUses } from './list-uses';
import { saveIntegration } from './save-integration';

function openStores(deps: AppDeps, workspaceId: string) {
  return {
    bots: botStore(deps.db, workspaceId),
    integrations: integrationStore(deps.db, workspaceId),
    credentials: credentialStore(deps.db, workspaceId),
    drafts: draftStore(deps.db, workspaceId),
    newId: deps.newId,
  };
}

/** Serves the routes of integrations. */
export function bindIntegrationRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listIntegrations, async ({ deps, scope, input }) => {
    const { bots, integrations } = openStores(deps, scope.workspaceId);
    await bots.get(input.params.botId);
    return { integrations: await integrations.list(input.params.botId) };
  });

  bindRoute(router, contract.createIntegration, async ({ deps, scope, input }) => {
    const stores = openStores(deps, scope.workspaceId);
    const { botId } = input.params;
    await stores.bots.get(botId);
    return createIntegration(stores, botId, input.body);
  });

  bindRoute(router, contract.getIntegration, ({ deps, scope, input }) =>
    openStores(deps, scope.workspaceId).integrations.get(input.params.botId, input.params.integrationId),
  );

  bindRoute(router, contract.updateIntegration, ({ deps, scope, input }) => saveIntegration(openStores(deps, scope.workspaceId), input.params, input.body));

  bindRoute(router, contract.saveTestValues, async ({ deps, scope, input }) => {
    const { botId, integrationId } = input.params;
    await openStores(deps, scope.workspaceId).integrations.saveTestValues(botId, integrationId, input.body.testValues);
    return undefined;
  });

  bindRoute(router, contract.duplicateIntegration, ({ deps, scope, input }) =>
    duplicateIntegration(openStores(deps, scope.workspaceId), input.params.botId, input.params.integrationId),
  );

  bindRoute(router, contract.listIntegrationUses, async ({ deps, scope, input }) => ({
    uses: await listUses(openStores(deps, scope.workspaceId), input.params.botId, input.params.integrationId),
  }));

  bindRoute(router, contract.deleteIntegration, async ({ deps, scope, input }) => {
    const { botId, integrationId } = input.params;
    const uses = await listUses(openStores(deps, scope.workspaceId), botId, integrationId);
    if (uses.length > 0) {
      const names = uses.map((use) => `“${use.name}”`).join(', ');
      throw new Fault('conflict', 'integration/in-use', `This integration is used by ${names}. Remove it there first, then delete it.`, { extra: { uses } });
    }
    await deps.db.$transaction((transaction) => integrationStore(transaction, scope.workspaceId).delete(botId, integrationId));
    return undefined;
  });

  bindRoute(router, contract.getSample, async ({ deps, scope, input }) => {
    const sample = await openStores(deps, scope.workspaceId).integrations.findSample(input.params.botId, input.params.integrationId);
    if (!sample) throw new Fault('missing', 'integration/no-sample', 'This integration has no sample yet. Run it, then save the response as the sample.');
    return sample;
  });
}
