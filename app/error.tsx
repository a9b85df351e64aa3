'use client';

import Link from 'next/link';

import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { Theme } from '@/components/ui/theme';

/** What stands in for a page that failed while being drawn. `digest` finds the entry in the server's log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Theme>
      <main className="flex min-h-dvh items-center justify-center p-4">
        <Callout
          tone="bad"
          isAnnounced
          className="max-w-130"
          what="This page stopped working"
          why={
            <>
              A fault in Parley interrupted it{error.message ? <>: “{error.message}”</> : null}. What you saved before is safe.
            </>
          }
          todo={
            error.digest ? (
              <>
                Try again. If it happens again, look for <code>{error.digest}</code> in the server’s log.
              </>
            ) : (
              'Try again. If it happens again, reload the page.'
            )
          }
          actions={
            <>
              <Button variant="primary" size="sm" onClick={reset}>
                Try again
              </Button>
              <Link href="/bots" className={buttonStyle({ size: 'sm' })}>
                Go to your bots
              </Link>
            </>
          }
        />
      </main>
    </Theme>
  );
}
