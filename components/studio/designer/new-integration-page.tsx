'use client';

import { usePathname } from 'next/navigation';
import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { buildUuid } from '@/components/studio/designer/build-uuid';
import { readKeptDraft, toDraftKey } from '@/components/studio/designer/draft/draft-memory';
import { IntegrationPage } from '@/components/studio/designer/integration-page';

/**
 * The designer for an integration that doesn't exist yet. Its id is made here, so that it can be run before it is saved;
 * with the first save the address becomes its own, and the page, its runs and its focus stay.
 */
export function NewIntegrationPage() {
  const bot = useCurrentBot();
  const address = usePathname().split('/').at(-1) ?? 'new';
  const [freshId, setFreshId] = useState(() => readKeptDraft(toDraftKey(bot.id, null))?.integrationId ?? buildUuid());
  const [createdId, setCreatedId] = useState<string | null>(null);
  const isNew = address === 'new' && createdId !== freshId;

  // "New integration" was chosen on the page of one that was new a while ago.
  const [lastAddress, setLastAddress] = useState(address);
  if (lastAddress !== address) {
    setLastAddress(address);
    if (address === 'new' && createdId === freshId) setFreshId(buildUuid());
  }

  function handleCreated() {
    setCreatedId(freshId);
    window.history.replaceState(null, '', `/bots/${bot.id}/integrations/${freshId}${window.location.search}`);
  }

  const integrationId = address === 'new' ? freshId : decodeURIComponent(address);
  return <IntegrationPage key={integrationId} integrationId={integrationId} isNew={isNew} onCreated={handleCreated} />;
}
