import { Fault } from '@/lib/engine/fault';
import type { OwnerInput } from './workspace.contract';
import type { workspaceStore } from './workspace.store';

interface CreateOwnerDeps {
  workspaces: ReturnType<typeof workspaceStore>;
  newId(): string;
  /** Makes the account and gives its id, and the answer that carries the session cookie. */
  signUp(input: OwnerInput): Promise<{ userId: string; response: Response }>;
}

/**
 * Makes the owner of a fresh installation and signs them in.
 * @throws Fault `setup/owner-exists`
 */
export async function createOwner(deps: CreateOwnerDeps, input: OwnerInput): Promise<Response> {
  const exists = () => new Fault('conflict', 'setup/owner-exists', 'This installation has its owner already. Sign in instead.');
  // Two first visitors at once, perhaps at two processes: only one may become the owner.
  if ((await deps.workspaces.hasPeople()) || !(await deps.workspaces.claimSetup())) throw exists();
  try {
    if (await deps.workspaces.hasPeople()) throw exists();
    const workspace = await deps.workspaces.findFirst();
    const workspaceId = workspace?.id ?? deps.newId();
    if (!workspace) await deps.workspaces.insert({ id: workspaceId, name: 'Workspace', outboundAllow: '' });
    const { userId, response } = await deps.signUp(input);
    await deps.workspaces.insertMember({ id: deps.newId(), workspaceId, userId, role: 'owner' });
    return response;
  } finally {
    await deps.workspaces.releaseSetup();
  }
}
