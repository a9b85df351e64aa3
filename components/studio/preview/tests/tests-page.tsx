'use client';

import { FlaskConical, Play } from 'lucide-react';
import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { useCommands } from '@/components/studio/frame/use-commands';
import { TestDetail } from '@/components/studio/preview/tests/test-detail';
import { TestRow } from '@/components/studio/preview/tests/test-row';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useBotTests, useRunAllBotTests } from '@/lib/client/use-bot-tests';
import type { BotTestSummary } from '@/lib/modules/bot-test/bot-test.schema';

/** The tests of a bot: conversations that must go on as they were recorded. */
export function TestsPage() {
  const bot = useCurrentBot();
  const tests = useBotTests(bot.id);
  const runAll = useRunAllBotTests(bot.id);
  const [openId, setOpenId] = useState<string | null>(null);
  const canRun = (tests.data?.length ?? 0) > 0;
  const run = () => (canRun && !runAll.isPending ? runAll.mutate() : undefined);
  useCommands([{ id: 'tests.run-all', label: 'Run all tests', section: bot.name, icon: Play, run }]);
  return (
    <Page
      title={bot.name}
      part="Tests"
      breadcrumbs={[{ label: 'Bots', href: '/bots' }]}
      nav={<BotTabs botId={bot.id} />}
      isFilled
      actions={
        <Button variant="primary" disabled={!canRun} isBusy={runAll.isPending} onClick={run}>
          <Play aria-hidden />
          Run all
        </Button>
      }
    >
      {tests.isPending ? <SkeletonRows label="Loading tests" /> : null}
      {tests.isError && !tests.data ? <LoadFailure error={tests.error} what="The tests" onRetry={() => void tests.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} /> : null}
      {runAll.isError ? <Callout tone="bad" isAnnounced className="m-3" what="The tests were not run" why={runAll.error.message} /> : null}
      {tests.data?.length === 0 ? (
        <EmptyState icon={FlaskConical} title="Save your first test">
          Talk to the bot in the preview until it does what it should, then choose “Save as test” there. The test says the same again to the draft, with the recorded answers of the APIs.
        </EmptyState>
      ) : null}
      {tests.data?.length ? <TestList tests={tests.data} openId={openId} onOpen={setOpenId} isRunning={runAll.isPending} /> : null}
    </Page>
  );
}

type TestListProps = { tests: readonly BotTestSummary[]; openId: string | null; onOpen: (testId: string | null) => void; isRunning: boolean };

function TestList({ tests, openId, onOpen, isRunning }: TestListProps) {
  const failedCount = tests.filter(({ lastResult }) => lastResult?.passed === false).length;
  const passedCount = tests.filter(({ lastResult }) => lastResult?.passed === true).length;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <p role="status" className="border-b border-line px-3 py-2 text-xs text-muted tabular-nums">
        {isRunning ? 'Running all tests' : `${passedCount} of ${tests.length} passed${failedCount > 0 ? `, ${failedCount} failed` : ''}`}
      </p>
      <ul aria-label="Tests" className="divide-y divide-line border-b border-line bg-surface">
        {tests.map((test) => (
          <li key={test.id}>
            <TestRow test={test} isOpen={test.id === openId} onToggle={() => onOpen(test.id === openId ? null : test.id)} />
            {test.id === openId ? <TestDetail botId={test.botId} testId={test.id} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
