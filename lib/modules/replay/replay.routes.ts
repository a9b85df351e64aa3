import type { ApiRouter } from '@/lib/http/route/api-context';
import { bindRoute } from '@/lib/http/route/bind-route';
import { branchConversation } from './branch-conversation';
import { branchStore } from './branch.store';
import { openReplayDeps } from './open-replay-deps';
import { replayConversation } from './replay-conversation';
import * as contract from './replay.contract';

/** Serves the routes of time travel and replay. */
export function bindReplayRoutes(router: ApiRouter): void {
  bindRoute(router, contract.branchConversation, async ({ deps, scope, input }) => {
    const branchDeps = { ...openReplayDeps(deps, scope.workspaceId), runtime: deps.runtime, clock: deps.clock, newId: deps.newId, branches: branchStore(deps.db) };
    return { conversation: await branchConversation(branchDeps, { ...scope, ...input.params }, input.body) };
  });

  bindRoute(router, contract.replayConversation, ({ deps, scope, input }) => replayConversation(openReplayDeps(deps, scope.workspaceId), { ...scope, ...input.params }));
}
