import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { botStore } from '@/lib/modules/bot/bot.store';
import { openDraftProgram } from '@/lib/modules/replay/open-draft-program';
import { openReplayDeps } from '@/lib/modules/replay/open-replay-deps';
import * as contract from './bot-test.contract';
import { botTestStore, toBotTestSummary } from './bot-test.store';
import { createBotTest } from './create-bot-test';
import { exportBotTests } from './export-bot-tests';
import { loosenTexts } from './loosen-texts.rules';
import { toPlaywrightSpec } from './playwright-spec.rules';
import { runAtOtherTimes } from './run-at-other-times';
import { runBotTests } from './run-bot-tests';
import { updateBotTest } from './update-bot-test';

/** Serves the routes of bot tests. */
export function bindBotTestRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listBotTests, async ({ deps, scope, input }) => {
    await botStore(deps.db, scope.workspaceId).get(input.params.botId);
    return { tests: (await botTestStore(deps.db, scope.workspaceId).list(input.params.botId)).map(toBotTestSummary) };
  });

  bindRoute(router, contract.createBotTest, async ({ deps, scope, input }) => {
    await botStore(deps.db, scope.workspaceId).get(input.params.botId);
    const testDeps = { ...openReplayDeps(deps, scope.workspaceId), tests: botTestStore(deps.db, scope.workspaceId), newId: deps.newId };
    return createBotTest(testDeps, input.params.botId, input.body);
  });

  bindRoute(router, contract.getBotTest, ({ deps, scope, input }) => botTestStore(deps.db, scope.workspaceId).get(input.params.botId, input.params.testId));

  bindRoute(router, contract.updateBotTest, ({ deps, scope, input }) => updateBotTest({ tests: botTestStore(deps.db, scope.workspaceId) }, input.params, input.body));

  bindRoute(router, contract.deleteBotTest, async ({ deps, scope, input }) => {
    const tests = botTestStore(deps.db, scope.workspaceId);
    await tests.get(input.params.botId, input.params.testId);
    await tests.delete(input.params.botId, input.params.testId);
    return undefined;
  });

  bindRoute(router, contract.runBotTest, async ({ deps, scope, input }) => {
    const test = await botTestStore(deps.db, scope.workspaceId).get(input.params.botId, input.params.testId);
    const [entry] = await runBotTests(toRunDeps(deps, scope.workspaceId), scope.workspaceId, [test]);
    if (!entry) throw new Error('One test gives one result.');
    return entry.result;
  });

  bindRoute(router, contract.runAllBotTests, async ({ deps, scope, input }) => {
    await botStore(deps.db, scope.workspaceId).get(input.params.botId);
    const results = await runBotTests(toRunDeps(deps, scope.workspaceId), scope.workspaceId, await botTestStore(deps.db, scope.workspaceId).list(input.params.botId));
    const passedCount = results.filter(({ result }) => result.passed).length;
    return { passedCount, failedCount: results.length - passedCount, results };
  });

  bindRoute(router, contract.exportBotTest, async ({ deps, scope, input }) => {
    const test = await botTestStore(deps.db, scope.workspaceId).get(input.params.botId, input.params.testId);
    const runDeps = toRunDeps(deps, scope.workspaceId);
    const subject = { ...(await openDraftProgram(runDeps, test.botId)), workspaceId: scope.workspaceId };
    return toPlaywrightSpec(test, loosenTexts(test.definition, await runAtOtherTimes(runDeps, subject, test.definition)));
  });

  bindRoute(router, contract.exportBotTests, ({ deps, scope, input }) => exportBotTests(toRunDeps(deps, scope.workspaceId), input.params.botId));
}

function toRunDeps(deps: AppDeps, workspaceId: string) {
  return { ...openReplayDeps(deps, workspaceId), clock: deps.clock, tests: botTestStore(deps.db, workspaceId) };
}
