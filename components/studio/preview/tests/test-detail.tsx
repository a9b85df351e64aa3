'use client';

import { Check } from 'lucide-react';

import { AllSame, TurnComparisons } from '@/components/studio/preview/comparison/turn-comparisons';
import { describeEvent } from '@/components/studio/preview/trace/describe-event';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify } from '@/components/ui/toaster';
import { useBotTest, useUpdateBotTest } from '@/lib/client/use-bot-tests';
import { useIntegrations } from '@/lib/client/use-integrations';
import type { BotTest } from '@/lib/modules/bot-test/bot-test.schema';

/** What a test expects, and where its last run differed from it. */
export function TestDetail({ botId, testId }: { botId: string; testId: string }) {
  const test = useBotTest(botId, testId);
  if (test.isError) return <Callout tone="bad" className="m-3" what="The test could not be loaded" why={test.error.message} />;
  if (!test.data) return <SkeletonRows label="Loading the test" />;
  return (
    <div className="flex max-w-200 flex-col gap-3 px-3 pt-1 pb-4">
      {test.data.lastResult ? <LastResult test={test.data} result={test.data.lastResult} /> : <Script test={test.data} />}
    </div>
  );
}

function LastResult({ test, result }: { test: BotTest; result: NonNullable<BotTest['lastResult']> }) {
  const integrations = useIntegrations(test.botId).data ?? [];
  const update = useUpdateBotTest(test.botId);
  const accept = () =>
    update.mutate(
      { testId: test.id, version: test.version, acceptsLastResult: true },
      { onSuccess: () => notify.success('Accepted', 'The test now expects what the bot says today.'), onError: (error) => notify.error('The result was not accepted', error.message) },
    );
  return (
    <>
      {result.passed ? (
        <AllSame>The bot said what the test expects.</AllSame>
      ) : (
        <Callout
          tone="bad"
          what="The bot does not say what the test expects"
          todo="Correct the draft and run the test again, or accept what the bot says now."
          actions={
            <Button size="sm" isBusy={update.isPending} onClick={accept}>
              <Check aria-hidden />
              Accept as the new expectation
            </Button>
          }
        />
      )}
      <TurnComparisons turns={result.turns} labels={{ before: 'Expected', after: 'Said' }} integrationName={(id) => integrations.find((integration) => integration.id === id)?.name ?? 'a deleted integration'} />
    </>
  );
}

/** What is said and expected, before the first run. */
function Script({ test }: { test: BotTest }) {
  return (
    <ol className="flex flex-col gap-1">
      {test.definition.turns.map((turn, index) => (
        <li key={index} className="rounded-md border border-line px-3 py-1.5">
          <p className="font-medium">{describeEvent(turn.event)}</p>
          {turn.said.map((said, at) => (
            <p key={at} className="break-words whitespace-pre-wrap text-muted">
              {said.plainText}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
