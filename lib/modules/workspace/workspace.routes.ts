import { Fault } from '@/lib/engine/fault';
import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { createOwner } from './create-owner';
import { findPasswordWeakness } from './password.rules';
import * as contract from './workspace.contract';
import { workspaceStore } from './workspace.store';

/** Serves the routes of setup, account and workspace settings. */
export function bindWorkspaceRoutes(router: ApiRouter): void {
  bindRoute(router, contract.getSetup, async ({ deps }) => ({ hasOwner: await workspaceStore(deps.db).hasPeople() }));

  bindRoute(router, contract.createOwner, ({ deps, input, headers }) =>
    createOwner(
      {
        workspaces: workspaceStore(deps.db),
        newId: deps.newId,
        signUp: async (owner) => {
          const { headers: cookies, response } = await deps.auth.signUpEmail(owner, headers);
          return { userId: response.user.id, response: new Response(null, { status: 204, headers: cookies }) };
        },
      },
      input.body,
    ),
  );

  bindRoute(router, contract.getAccount, async ({ deps, scope }) => {
    const workspaces = workspaceStore(deps.db);
    const [person, workspace] = await Promise.all([workspaces.getPerson(scope.userId), workspaces.get(scope.workspaceId)]);
    return { userId: scope.userId, ...person, workspaceName: workspace.name };
  });

  bindRoute(router, contract.changePassword, async ({ deps, scope, input, headers }) => {
    const { currentPassword, newPassword } = input.body;
    const { email } = await workspaceStore(deps.db).getPerson(scope.userId);
    const weakness = findPasswordWeakness(newPassword, email);
    if (weakness !== null) throw invalidField('request/invalid-body', 'newPassword', weakness);
    deps.passwordTries.take(scope.userId);
    try {
      const changed = await deps.auth.changePassword({ currentPassword, newPassword }, headers);
      return new Response(null, { status: 204, headers: changed.headers });
    } catch (cause) {
      if (!isWrongPassword(cause)) throw cause;
      throw invalidField('account/wrong-password', 'currentPassword', 'This is not your current password.');
    }
  });

  bindRoute(router, contract.getWorkspaceSettings, ({ deps, scope }) => readSettings(deps, scope.workspaceId));

  bindRoute(router, contract.updateWorkspaceSettings, async ({ deps, scope, input }) => {
    const { version, ...change } = input.body;
    if (!(await workspaceStore(deps.db).update(scope.workspaceId, version, change))) {
      const current = await readSettings(deps, scope.workspaceId);
      throw new Fault('conflict', 'workspace/changed-meanwhile', 'Somebody else changed the settings since you opened them. Look at their version, then save again.', { extra: { current } });
    }
    return readSettings(deps, scope.workspaceId);
  });
}

async function readSettings(deps: AppDeps, workspaceId: string) {
  const { name, outboundAllow, version } = await workspaceStore(deps.db).get(workspaceId);
  return { name, outboundAllow, version, outboundAllowFromEnvironment: deps.env.outboundAllow };
}

function invalidField(code: string, field: string, message: string): Fault {
  return new Fault('invalid', code, message, { issues: [{ path: [field], message }] });
}

function isWrongPassword(cause: unknown): boolean {
  return cause instanceof Error && 'body' in cause && JSON.stringify(cause.body).includes('INVALID_PASSWORD');
}
