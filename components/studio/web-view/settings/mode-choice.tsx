'use client';

import { useId, type ReactNode } from 'react';

import { Callout } from '@/components/ui/callout';
import { cn } from '@/components/ui/class-names';
import type { WebViewSettings } from '@/lib/modules/web-view/web-view-settings.schema';

type Mode = WebViewSettings['mode'];

/** Properties of `ModeChoice`. */
export type ModeChoiceProps = { mode: Mode; savedMode: Mode; onChange: (mode: Mode) => void };

/** How a page shows that it may post, and what each way risks. */
export function ModeChoice({ mode, savedMode, onChange }: ModeChoiceProps) {
  const name = useId();
  return (
    <div className="flex flex-col gap-3">
      <div role="radiogroup" aria-label="How a page shows that it may post" className="grid gap-2 md:grid-cols-2">
        {choices.map(({ value, label, about }) => (
          <label
            key={value}
            className={cn(
              'relative flex cursor-pointer gap-2.5 rounded-md border border-line bg-surface px-3 py-2 hover:border-line-strong',
              'has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent',
            )}
          >
            <input type="radio" name={name} value={value} checked={mode === value} onChange={() => onChange(value)} className="mt-1 size-3.5 shrink-0 accent-accent outline-none" />
            <span className="flex flex-col gap-0.5">
              <span className="font-medium">{label}</span>
              <span className="text-xs text-muted">{about}</span>
            </span>
          </label>
        ))}
      </div>
      {mode === 'compatible' ? (
        <Callout
          tone="warn"
          what="The hash holds no secret"
          why="Whoever learns the two ids can write into the conversation: set its variables and speak as its consumer. The ids stand in the page’s address, and so in histories and logs."
          todo="Good for trying out and for pages whose forgery gains nobody anything. For payments, identity and the like choose signed links."
        />
      ) : null}
      {mode === 'signed' && savedMode === 'compatible' ? (
        <Callout tone="info" what="Pages that send the hash are refused once you save" why="Their links must come from getWebViewUrl, {$webViewUrl} or a web view question, and they must send the token." />
      ) : null}
    </div>
  );
}

const choices: readonly { value: Mode; label: string; about: ReactNode }[] = [
  { value: 'compatible', label: 'Compatible', about: 'Pages send the SHA-256 of conversation id and bot id. Code written for LivePerson works unchanged.' },
  { value: 'signed', label: 'Signed links', about: 'Pages send the token of a link that Parley made: for one conversation, for a while.' },
];
