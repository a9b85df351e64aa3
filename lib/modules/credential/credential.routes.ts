import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { readAllowList } from '@/lib/modules/workspace/read-allow-list';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import { createCredential } from './create-credential';
import * as contract from './credential.contract';
import { credentialStore } from './credential.store';
import { deleteCredential } from './delete-credential';
import { openCredential } from './open-credential';
import { testCredential } from './test-credential';
import { updateCredential } from './update-credential';

function openDeps({ db, vault, tokens, newId }: AppDeps, workspaceId: string) {
  return { credentials: credentialStore(db, workspaceId), vault, tokens, newId };
}

/** Serves the routes of credentials. */
export function bindCredentialRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listCredentials, async ({ deps, scope }) => ({
    credentials: await credentialStore(deps.db, scope.workspaceId).list(),
  }));

  bindRoute(router, contract.createCredential, ({ deps, scope, input }) => createCredential(openDeps(deps, scope.workspaceId), input.body));

  bindRoute(router, contract.getCredential, ({ deps, scope, input }) =>
    credentialStore(deps.db, scope.workspaceId).get(input.params.credentialId),
  );

  bindRoute(router, contract.updateCredential, ({ deps, scope, input }) =>
    updateCredential(openDeps(deps, scope.workspaceId), input.params.credentialId, input.body),
  );

  bindRoute(router, contract.deleteCredential, async ({ deps, scope, input }) => {
    await deleteCredential(openDeps(deps, scope.workspaceId), input.params.credentialId);
    return undefined;
  });

  bindRoute(router, contract.testCredential, async ({ deps, scope, input }) => {
    const { settings } = await openCredential(openDeps(deps, scope.workspaceId), input.params.credentialId);
    const allow = await readAllowList({ workspaces: workspaceStore(deps.db), env: deps.env }, scope.workspaceId);
    return testCredential({ send: deps.outbound.exchange, clock: deps.clock }, settings, allow);
  });
}
