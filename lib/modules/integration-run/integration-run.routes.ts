import { Fault } from '@/lib/engine/fault';
import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import * as integrationContract from '@/lib/modules/integration/integration.contract';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import * as contract from './integration-run.contract';
import { openRunStores } from './open-run-stores';
import { acceptLatestShape, readResponseType } from './remember-shape';
import { runRecordStore } from './run-record.store';
import { startRun, type StartRunDeps } from './start-run';

/** Serves the routes of runs, of samples made from them, and of the response's type. */
export function bindIntegrationRunRoutes(router: ApiRouter): void {
  const runDepsByWorkspace = new Map<string, StartRunDeps>();

  bindRoute(router, contract.startRun, ({ deps, scope, input, signal }) => {
    const { workspaceId } = scope;
    const runDeps = runDepsByWorkspace.get(workspaceId) ?? openRunDeps(deps, workspaceId);
    runDepsByWorkspace.set(workspaceId, runDeps);
    return startRun(runDeps, { ...input.params, workspaceId }, { request: input.body, signal });
  });

  bindRoute(router, contract.listRuns, async ({ deps, scope, input }) => {
    await deps.recorder.flush();
    return { runs: await runRecordStore(deps.db, scope.workspaceId).list(input.params.botId, input.params.integrationId) };
  });

  bindRoute(router, contract.getRun, ({ deps, scope, input }) => getKeptRun(deps, scope.workspaceId, input.params));

  bindRoute(router, contract.getResponseType, ({ deps, scope, input }) =>
    readResponseType({ integrations: integrationStore(deps.db, scope.workspaceId) }, input.params.botId, input.params.integrationId),
  );

  bindRoute(router, contract.acceptResponseShape, ({ deps, scope, input }) =>
    acceptLatestShape({ integrations: integrationStore(deps.db, scope.workspaceId) }, input.params.botId, input.params.integrationId),
  );

  bindRoute(router, integrationContract.saveSample, async ({ deps, scope, input }) => {
    const { response, startedAt } = await getKeptRun(deps, scope.workspaceId, { ...input.params, runId: input.body.runId });
    if (!response) throw new Fault('conflict', 'integration-run/no-response', 'This run got no response, so there is nothing to keep as the sample.');
    const contentType = response.headers.find((header) => header.name.toLowerCase() === 'content-type')?.value ?? '';
    const sample = { status: response.status, contentType, bodyText: response.bodyText, savedAt: startedAt };
    await integrationStore(deps.db, scope.workspaceId).saveSample(input.params.botId, input.params.integrationId, sample);
    return sample;
  });
}

function openRunDeps(deps: AppDeps, workspaceId: string): StartRunDeps {
  return { ...deps, ...openRunStores(deps, workspaceId), random: Math.random, scriptLimits: deps.env.scriptLimits };
}

async function getKeptRun(deps: AppDeps, workspaceId: string, place: { botId: string; integrationId: string; runId: string }) {
  await deps.recorder.flush();
  return runRecordStore(deps.db, workspaceId).get(place.botId, place.integrationId, place.runId);
}
