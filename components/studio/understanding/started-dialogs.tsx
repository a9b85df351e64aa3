'use client';

import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { listDialogs } from '@/components/studio/builder/model/edit-dialogs';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Select } from '@/components/ui/select';
import type { Intent } from '@/lib/engine/program/understanding.schema';

/** Properties of `StartedDialogs`. */
export type StartedDialogsProps = { intent: Intent; onStart: (dialogId: string) => void };

/** Which dialogs start by an intent; others can be made to. */
export function StartedDialogs({ intent, onStart }: StartedDialogsProps) {
  const bot = useCurrentBot();
  const { content } = useDraft();
  const standard = listDialogs(content).filter(({ kind }) => kind === 'standard');
  const started = standard.filter(({ starter }) => starter.intentId === intent.id);
  const free = standard.filter(({ starter }) => starter.intentId === null);
  return (
    <section aria-labelledby="starts" className="flex flex-col gap-1">
      <h3 id="starts" className="text-xs font-medium">
        Starts
      </h3>
      {started.length === 0 ? <p className="text-muted">No dialog starts by it yet.</p> : null}
      <ul className="flex flex-wrap gap-x-3">
        {started.map(({ id, name, enabled }) => (
          <li key={id}>
            <Link href={toBuilderHref(bot.id, { dialogId: id })} className="rounded-sm text-accent hover:underline">
              {name}
            </Link>
            {enabled ? null : <span className="text-muted"> (off)</span>}
          </li>
        ))}
      </ul>
      {free.length > 0 ? (
        <span className="w-64 max-w-full">
          <Select size="sm" aria-label="Start a dialog by this intent" value="" onChange={(event) => onStart(event.target.value)}>
            <option value="">Start a dialog by it…</option>
            {free.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </span>
      ) : null}
    </section>
  );
}
