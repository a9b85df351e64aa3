import type { ApiRouter } from '@/lib/http/route/api-context';
import { bindRoute } from '@/lib/http/route/bind-route';
import * as contract from './search.contract';
import { searchStore } from './search.store';

/** Serves the search of the command palette. */
export function bindSearchRoutes(router: ApiRouter): void {
  bindRoute(router, contract.search, async ({ deps, scope, input }) => ({
    hits: await searchStore(deps.db, scope.workspaceId).find(input.query.q.trim()),
  }));
}
