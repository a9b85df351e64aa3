'use client';

import { CircleCheck, CircleMinus, CircleHelp } from 'lucide-react';
import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import type { Understanding } from '@/components/studio/understanding/understand';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';

/** Properties of `StarterVerdict`. */
export type StarterVerdictProps = { understanding: Understanding; content: BotContent };

/** Which dialog an utterance starts, and what was tried for it. */
export function StarterVerdict({ understanding: { result, attempts }, content }: StarterVerdictProps) {
  const dialogLink = (id: string) => <DialogLink id={id} name={content.dialogs[id]?.name ?? 'a deleted dialog'} />;
  const names = (ids: readonly string[]) => ids.map((id) => `“${content.intents[id]?.label || content.intents[id]?.name || 'unnamed'}”`).join(', ');
  const hasFallback = Object.values(content.dialogs).some(({ kind, enabled }) => kind === 'fallback' && enabled);
  return (
    <section aria-labelledby="verdict" className="flex flex-col gap-2">
      <h3 id="verdict" className="text-xs font-medium text-muted">
        Dialog
      </h3>
      <p role="status" className="flex items-start gap-2">
        {result.kind === 'dialog' ? (
          <>
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
            <span>
              Starts {dialogLink(result.dialogId)} {result.intentId === null ? 'by a pattern' : `by the intent ${names([result.intentId])}`}.
            </span>
          </>
        ) : result.kind === 'ambiguous' ? (
          <>
            <CircleHelp aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <span>Asks which was meant: {names(result.intentIds)}.</span>
          </>
        ) : (
          <>
            <CircleMinus aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
            <span>Starts no dialog; {hasFallback ? 'the fallback dialog answers' : 'the fallback text is sent'}.</span>
          </>
        )}
      </p>
      {attempts.length > 0 ? (
        <ul aria-label="What was tried" className="flex flex-col gap-1 border-l border-line pl-3 text-xs">
          {attempts.map(({ dialogId, by, matched, reason }, index) => (
            <li key={`${dialogId} ${by} ${index}`} className={matched ? '' : 'text-muted'}>
              <span className="sr-only">{matched ? 'Matched: ' : 'Not matched: '}</span>
              {dialogLink(dialogId)}: {reason}.
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function DialogLink({ id, name }: { id: string; name: string }) {
  const bot = useCurrentBot();
  return (
    <Link href={toBuilderHref(bot.id, { dialogId: id })} className="rounded-sm font-medium hover:underline">
      {name}
    </Link>
  );
}
