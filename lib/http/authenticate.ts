import { Fault } from '@/lib/engine/fault';
import type { RequestScope } from '@/lib/http/route/request-scope';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import type { Auth } from '@/lib/platform/auth';
import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';

/** Makes the function that finds out who sends a request, by the session cookie. */
export function createAuthenticate({ auth, db, configCache }: { auth: Auth; db: Database; configCache: ConfigCache }) {
  async function findOut(headers: Headers): Promise<RequestScope> {
    const session = await auth.getSession(headers);
    if (!session) throw new Fault('unauthenticated', 'session/required', 'You are not signed in, or your session has ended. Sign in and try again.');
    const workspaceId = await workspaceStore(db).findWorkspaceId(session.user.id);
    if (workspaceId === null) throw new Fault('denied', 'workspace/not-a-member', 'Your account belongs to no workspace. Ask the owner to add you.');
    return { userId: session.user.id, workspaceId };
  }
  return (headers: Headers) => configCache.read(`session ${headers.get('cookie') ?? ''}`, () => findOut(headers));
}
