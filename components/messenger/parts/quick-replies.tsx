'use client';

import { useMessenger } from '@/components/messenger/messenger-context';
import { toSafeUrl } from '@/components/messenger/safe-url';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { MessageChoice } from '@/lib/engine/messages/message.schema';

/** Properties of `QuickReplies`. */
export type QuickRepliesProps = { choices: readonly MessageChoice[]; choicesPerRow: number | undefined };

/** Chips under the newest message; the messenger takes them away once something was answered. */
export function QuickReplies({ choices, choicesPerRow }: QuickRepliesProps) {
  const { answer, canAnswer } = useMessenger();
  const words = useWords();
  const columns = choicesPerRow ? { gridTemplateColumns: `repeat(${choicesPerRow}, minmax(0, 1fr))` } : undefined;
  return (
    <div role="group" aria-label={words.quickReplies} style={columns} className={columns ? 'grid gap-2' : 'flex flex-wrap gap-2'}>
      {choices.map((choice) => {
        const imageUrl = choice.imageUrl ? toSafeUrl(choice.imageUrl, 'media') : null;
        return (
          <button
            key={choice.id}
            type="button"
            dir="auto"
            disabled={!canAnswer}
            onClick={() => answer({ text: choice.label, payload: choice.payload, metadata: choice.metadata ?? [] })}
            className="flex min-h-9 max-w-full items-center justify-center gap-1.5 rounded-full border border-(--messenger-accent-text) bg-(--messenger-ground) px-3.5 py-1 text-(--messenger-accent-text) outline-(--messenger-accent-text) transition-colors hover:bg-(--messenger-accent-text)/10 disabled:cursor-not-allowed disabled:border-(--messenger-line) disabled:text-(--messenger-muted)"
          >
            {imageUrl === null ? null : <img src={imageUrl} alt="" className="size-5 shrink-0 rounded-full object-cover" />}
            <span className="min-w-0 break-words">{choice.label}</span>
          </button>
        );
      })}
    </div>
  );
}
