'use client';

import { Circle, CircleCheck, X } from 'lucide-react';
import Link from 'next/link';

import { FIRST_STEPS, pickFirstToRun, type FirstStep } from '@/components/studio/first-steps/first-steps-progress';
import { useFirstSteps } from '@/components/studio/first-steps/use-first-steps';
import { cn } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import type { IntegrationSummary } from '@/lib/modules/integration/integration.contract';

/** Properties of `FirstSteps`. */
export type FirstStepsProps = { botId: string; integrations: readonly IntegrationSummary[] };

/** What to try on the first visit, with the way there. Steps tick themselves; it stays until it is dismissed. */
export function FirstSteps({ botId, integrations }: FirstStepsProps) {
  const { progress, dismiss } = useFirstSteps();
  if (progress === null || progress.isDismissed) return null;
  const toRun = pickFirstToRun(integrations);
  const designHref = toRun ? `/bots/${botId}/integrations/${toRun.id}` : `/bots/${botId}/integrations/new`;
  const hrefByStep: Record<FirstStep, string> = { run: designHref, 'map-field': designHref, 'paste-curl': `/bots/${botId}/integrations/new`, talk: `/bots/${botId}/dialogs`, 'web-view': `/bots/${botId}/web-view` };
  const isAllDone = FIRST_STEPS.every((step) => progress.done.includes(step));
  return (
    <section aria-label="First steps" className="@container flex shrink-0 items-start gap-2 border-b border-line bg-sunken px-3 py-1.5">
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-1.5 py-1 @3xl:flex-row @3xl:items-baseline">
        <p className="shrink-0 font-medium">
          First steps{' '}
          <span className="text-xs font-normal text-muted tabular-nums">
            {isAllDone ? 'all done' : `${progress.done.length} of ${FIRST_STEPS.length}`}
            {isAllDone ? null : <span className="sr-only @7xl:not-sr-only"> done</span>}
          </span>
        </p>
        {/* One line beside the preview; what each step is about stands below it where there is room for all five. */}
        <ol className="flex min-w-0 flex-1 flex-wrap gap-x-3.5 gap-y-1.5 @7xl:grid @7xl:grid-cols-5 @7xl:gap-x-6">
          {FIRST_STEPS.map((step) => (
            <Step key={step} step={step} href={hrefByStep[step]} isDone={progress.done.includes(step)} />
          ))}
        </ol>
      </div>
      <IconButton label="Dismiss the first steps" onClick={dismiss}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}

function Step({ step, href, isDone }: { step: FirstStep; href: string; isDone: boolean }) {
  const { label, about } = wordsByStep[step];
  const Sign = isDone ? CircleCheck : Circle;
  return (
    <li className="flex min-w-0 items-start gap-1.5">
      <Sign aria-hidden className={cn('mt-0.5 size-4 shrink-0', isDone ? 'text-good' : 'text-faint')} />
      <div className="min-w-0">
        <Link href={href} prefetch={false} className={cn('underline-offset-2 hover:underline', isDone ? 'text-muted' : 'font-medium text-accent')}>
          {label}
          {isDone ? <span className="sr-only">, done</span> : null}
        </Link>
        <p className="text-xs text-muted @max-7xl:hidden">{about}</p>
      </div>
    </li>
  );
}

const wordsByStep: Record<FirstStep, { label: string; about: string }> = {
  run: { label: 'Run an integration', about: 'Open one and press Run: the call goes out for real.' },
  'map-field': { label: 'Map a field', about: 'Click a value of the response: this one, or every one.' },
  'paste-curl': { label: 'Paste cURL', about: 'Into the URL field of a new one; the form follows.' },
  talk: { label: 'Talk to the bot', about: 'In the preview beside its dialogs; “Why?” tells all.' },
  'web-view': { label: 'Let a page write back', about: 'Send a test post, or take the code for a page.' },
};
