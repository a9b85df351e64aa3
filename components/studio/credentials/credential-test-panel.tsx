'use client';

import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Section } from '@/components/ui/section';
import { useTestCredential } from '@/lib/client/use-credentials';
import type { CredentialTest } from '@/lib/modules/credential/credential.schema';

/** Properties of `CredentialTestPanel`. */
export type CredentialTestPanelProps = { credentialId: string; isDirty: boolean };

/** Fetches a token as a run would, and shows the token server's answer with its secrets masked. */
export function CredentialTestPanel({ credentialId, isDirty }: CredentialTestPanelProps) {
  const test = useTestCredential(credentialId);
  return (
    <Section title="Test" lead="Fetches a token from the token URL with the saved settings. The answer is shown with its secrets masked.">
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => test.mutate()} isBusy={test.isPending} disabled={isDirty}>
          Fetch a token
        </Button>
        {isDirty ? <span className="text-muted">Save the changes first: the saved settings are tested.</span> : null}
      </div>
      {test.isError ? <Callout tone="bad" isAnnounced what="The test could not be made" why={test.error.message} /> : null}
      {test.data && !test.isPending ? <TestResult result={test.data} /> : null}
    </Section>
  );
}

function TestResult({ result }: { result: CredentialTest }) {
  const took = [result.status === null ? null : `status ${result.status}`, `${Math.round(result.durationMs)} ms`].filter(Boolean).join(', ');
  const answer = result.answer === null ? null : JSON.stringify(result.answer, null, 2);
  return (
    <Callout
      tone={result.kind === 'token' ? 'good' : 'bad'}
      isAnnounced
      what={result.kind === 'token' ? `The token server gave a token (${took})` : `No token was given (${took})`}
      why={result.kind === 'failed' ? result.reason : null}
    >
      {answer ? (
        <pre tabIndex={0} aria-label="Answer of the token server" className="mt-1 max-h-80 overflow-auto rounded-sm border border-line bg-surface p-2 text-xs leading-5">
          {answer}
        </pre>
      ) : null}
    </Callout>
  );
}
