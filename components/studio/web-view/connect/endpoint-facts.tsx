'use client';

import type { ReactNode } from 'react';

import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { useOrigin } from '@/lib/client/use-origin';
import { WEB_VIEW_PATH } from '@/lib/modules/web-view/web-view.wire';

/** Where a page posts to, and where it has the ids from. */
export function EndpointFacts({ botId }: { botId: string }) {
  const endpoint = useOrigin() + WEB_VIEW_PATH;
  return (
    <Section title="Where pages post" lead="A page that a consumer opens from the conversation can set variables and speak for the consumer. It sends one request.">
      <dl className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
        <Fact term="Endpoint" copyLabel="Copy the endpoint" value={endpoint} shown={`POST ${endpoint}`} />
        <Fact term="Bot id" copyLabel="Copy the bot id" value={botId} aside={<>In scripts: <code>botContext.getChatBotId()</code></>} />
        <Fact term="Conversation id" copyLabel="Copy the script for the conversation id" value="botContext.getConversationId()" aside={<><code>convId</code> in the page’s address</>} />
        <Fact term="User id" copyLabel="Copy the script for the user id" value="botContext.getUserPlatformId()" aside={<><code>userId</code> in the page’s address</>} />
        <Fact term="Link" copyLabel="Copy the script for the link" value="botContext.getWebViewUrl('https://…')" aside={<>Adds both ids to a page’s address; <code>{'{$webViewUrl}'}</code> does so for the page of the settings</>} />
      </dl>
    </Section>
  );
}

type FactProps = { term: string; value: string; shown?: string; copyLabel: string; aside?: ReactNode };

function Fact({ term, value, shown = value, copyLabel, aside }: FactProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 py-1 pr-1 pl-3">
      <dt className="text-xs font-medium text-muted">{term}</dt>
      <dd className="col-start-1 flex min-w-0 flex-col">
        <code className="text-xs break-all">{shown}</code>
        {aside ? <span className="text-xs text-muted">{aside}</span> : null}
      </dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <CopyButton label={copyLabel} value={value} />
      </dd>
    </div>
  );
}
