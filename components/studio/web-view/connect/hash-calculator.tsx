'use client';

import { useState } from 'react';

import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { toPageHash } from '@/lib/modules/web-view/page-hash.rules';

/** Shows which hash goes with two ids, to compare with what a page sends. */
export function HashCalculator({ botId: ownBotId }: { botId: string }) {
  const [conversationId, setConversationId] = useState('');
  const [botId, setBotId] = useState(ownBotId);
  const hash = conversationId === '' || botId === '' ? null : toPageHash({ conversationId, botId });
  return (
    <Section title="Hash calculator" lead="What the header Authorization must say: the SHA-256 of both ids with “ || ” between them, in hex. Blanks count.">
      <div className="grid gap-3 @lg:grid-cols-2">
        <Field label="Conversation id">
          <Input isCode placeholder="0f0c4bb8-…" value={conversationId} onChange={(event) => setConversationId(event.target.value)} />
        </Field>
        <Field label="Bot id">
          <Input isCode value={botId} onChange={(event) => setBotId(event.target.value)} />
        </Field>
      </div>
      <div className="flex min-h-9 items-center gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
        <output aria-label="Hash" className={hash === null ? 'flex-1 text-muted' : 'min-w-0 flex-1 font-mono text-xs break-all'}>
          {hash ?? 'Enter both ids.'}
        </output>
        {hash === null ? null : <CopyButton label="Copy the hash" value={hash} />}
      </div>
    </Section>
  );
}
