'use client';

import type { CurlNotice } from '@/components/studio/designer/curl/curl-notice';
import { credentialKindLabel } from '@/components/studio/credentials/credential-kinds';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';

/** Properties of `CurlNoticeCallout`. */
export type CurlNoticeCalloutProps = { notice: CurlNotice; onCreateCredential: () => void; onDismiss: () => void };

/** What an imported cURL command left to be done: its sign-in, and what could not be taken over. */
export function CurlNoticeCallout({ notice, onCreateCredential, onDismiss }: CurlNoticeCalloutProps) {
  const { notes, credential } = notice;
  return (
    <Callout
      tone={notes.length > 0 ? 'warn' : 'info'}
      isAnnounced
      what={credential ? `The command signs in (${credentialKindLabel(credential.kind)})` : 'Not everything could be taken over'}
      why={credential ? 'Its secret was left out of the form, where everybody would read it. A credential keeps it encrypted.' : undefined}
      actions={
        <>
          {credential ? (
            <Button size="sm" variant="primary" onClick={onCreateCredential}>
              Create the credential…
            </Button>
          ) : null}
          <Button size="sm" onClick={onDismiss}>
            Dismiss
          </Button>
        </>
      }
    >
      {notes.length > 0 ? (
        <ul className="flex list-disc flex-col gap-0.5 pl-4">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </Callout>
  );
}
