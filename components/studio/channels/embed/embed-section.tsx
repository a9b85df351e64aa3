'use client';

import { buildPolicy, buildSnippet } from '@/components/studio/channels/embed/build-snippet';
import { CodeBlock } from '@/components/ui/code-block';
import { Section } from '@/components/ui/section';
import { useOrigin } from '@/lib/client/use-origin';
import type { Channel } from '@/lib/modules/channel/channel.schema';

/** Of the channel that comes with Parley; the sample bank's own site embeds it. */
const SAMPLE_CHANNEL_ID = 'ag-bank-website';

/** The line of HTML for a site, and what its policy must allow. */
export function EmbedSection({ channel }: { channel: Channel }) {
  const origin = useOrigin();
  return (
    <Section title="Put it on your site" lead="One line of HTML, anywhere in your pages. What you save here shows at the next visit, without touching the site again.">
      <CodeBlock language="html" code={buildSnippet({ origin, channelId: channel.id })} label="Snippet" copyLabel="Copy the snippet" />
      <p className="text-muted">If your site sends a Content-Security-Policy, add this to it:</p>
      <CodeBlock language="text" code={buildPolicy(origin)} label="Content-Security-Policy" copyLabel="Copy the policy" />
      <p className="text-muted">
        To try it without a site,{' '}
        <a href={`/messenger/${channel.id}`} target="_blank" rel="noreferrer" className={linkStyle}>
          open the messenger in a window of its own
        </a>
        {channel.id === SAMPLE_CHANNEL_ID ? (
          <>
            , or{' '}
            <a href="/samples/ag-bank" target="_blank" rel="noreferrer" className={linkStyle}>
              see it on the site of AG Bank
            </a>
          </>
        ) : null}
        .
      </p>
    </Section>
  );
}

const linkStyle = 'rounded-sm text-accent underline underline-offset-2 hover:no-underline';
