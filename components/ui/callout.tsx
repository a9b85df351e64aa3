import { CircleCheck, Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';

/** Properties of `Callout`. */
export type CalloutProps = {
  tone: 'info' | 'good' | 'warn' | 'bad';
  /** What happened, in words: "The bank's API did not answer in 20 s". */
  what: ReactNode;
  /** Why, as far as we know. */
  why?: ReactNode;
  /** What to do now. */
  todo?: ReactNode;
  /** Buttons that do it. */
  actions?: ReactNode;
  /** Anything longer: a list of fields, a stack. */
  children?: ReactNode;
  /** Buttons beside the words instead of below them, for narrow bars. */
  isCompact?: boolean;
  /** Read out at once by screen readers; for what appears in answer to an action. */
  isAnnounced?: boolean;
  className?: string;
};

/** A message in the page, in three parts: what happened, why, and what to do now. */
export function Callout({ tone, what, why, todo, actions, children, isCompact = false, isAnnounced = false, className }: CalloutProps) {
  const { Icon, word, ground, sign } = lookByTone[tone];
  return (
    <div
      role={isAnnounced ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={cn('flex gap-2 rounded-md border px-3 py-2 text-sm', ground, className)}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', sign)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-medium break-words">
          <span className="sr-only">{word}: </span>
          {what}
        </p>
        {why ? <div className="break-words text-muted">{why}</div> : null}
        {todo ? <div className="break-words">{todo}</div> : null}
        {children}
        {actions && !isCompact ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {actions && isCompact ? <div className="shrink-0">{actions}</div> : null}
    </div>
  );
}

type Look = { Icon: LucideIcon; word: string; ground: string; sign: string };

const lookByTone: Record<CalloutProps['tone'], Look> = {
  info: { Icon: Info, word: 'Note', ground: 'border-accent/30 bg-accent-soft', sign: 'text-accent' },
  good: { Icon: CircleCheck, word: 'Done', ground: 'border-good/30 bg-good-soft', sign: 'text-good' },
  warn: { Icon: TriangleAlert, word: 'Warning', ground: 'border-warn/30 bg-warn-soft', sign: 'text-warn' },
  bad: { Icon: OctagonAlert, word: 'Error', ground: 'border-bad/30 bg-bad-soft', sign: 'text-bad' },
};
