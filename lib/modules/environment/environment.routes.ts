import type { ApiRouter } from '@/lib/http/route/api-context';
import { bindRoute } from '@/lib/http/route/bind-route';
import { deleteEnvironment } from './delete-environment';
import * as contract from './environment.contract';
import { environmentStore } from './environment.store';
import { createEnvironment, updateEnvironment } from './save-environment';

/** Serves the routes of environments. */
export function bindEnvironmentRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listEnvironments, async ({ deps, scope }) => ({
    environments: await environmentStore(deps.db, scope.workspaceId).list(),
  }));

  bindRoute(router, contract.createEnvironment, ({ deps, scope, input }) =>
    deps.db.$transaction((transaction) =>
      createEnvironment(
        { environments: environmentStore(transaction, scope.workspaceId), vault: deps.vault, newId: deps.newId },
        input.body,
      ),
    ),
  );

  bindRoute(router, contract.getEnvironment, ({ deps, scope, input }) =>
    environmentStore(deps.db, scope.workspaceId).get(input.params.environmentId),
  );

  bindRoute(router, contract.updateEnvironment, ({ deps, scope, input }) =>
    deps.db.$transaction((transaction) =>
      updateEnvironment(
        { environments: environmentStore(transaction, scope.workspaceId), vault: deps.vault, newId: deps.newId },
        input.params.environmentId,
        input.body,
      ),
    ),
  );

  bindRoute(router, contract.deleteEnvironment, async ({ deps, scope, input }) => {
    await deleteEnvironment({ environments: environmentStore(deps.db, scope.workspaceId) }, input.params.environmentId);
    return undefined;
  });
}
