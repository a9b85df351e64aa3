'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';

import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { ApiProblem } from '@/lib/client/call-api';

/** Properties of `LoadFailure`. */
export type LoadFailureProps = {
  error: Error;
  /** What could not be loaded: "The bots". */
  what: string;
  onRetry: () => void;
  /** Where to go when it isn't there any more. */
  back: { label: string; href: string };
};

/** What a page shows instead of what it could not load. */
export function LoadFailure({ error, what, onRetry, back }: LoadFailureProps) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  // The sign-in page or its dialog is on the way.
  if (problem?.status === 401) return null;
  if (problem?.status === 404) {
    return (
      <EmptyState
        icon={SearchX}
        title={`${what} is not here`}
        action={
          <Link href={back.href} className={buttonStyle({ variant: 'primary' })}>
            {back.label}
          </Link>
        }
      >
        {problem.detail}
      </EmptyState>
    );
  }
  return (
    <Callout
      tone="bad"
      isAnnounced
      className="m-4 max-w-150"
      what={`${what} could not be loaded`}
      why={error.message}
      actions={
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
