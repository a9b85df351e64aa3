'use client';

import { KeyRound } from 'lucide-react';

import { Button } from '@/components/ui/button';
import type { LiteralSecret } from '@/lib/modules/integration/literal-secret.rules';

/** Properties of `SecretWarnings`. */
export type SecretWarningsProps = {
  /** All secrets found in the form. */
  secrets: readonly LiteralSecret[];
  /** Only those in this field are shown. */
  field: 'url' | 'headers' | 'parameters' | 'postBody';
  /** The name of a row, to tell which one is meant. */
  nameOfRow?: (index: number) => string | undefined;
  onMakeCredential: (secret: LiteralSecret) => void;
};

/** Says quietly that a secret stands in a field as plain text, and offers what to do about it. */
export function SecretWarnings({ secrets, field, nameOfRow, onMakeCredential }: SecretWarningsProps) {
  const found = secrets.filter((secret) => secret.path[0] === field);
  if (found.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {found.map((secret) => {
        const index = secret.path.find((segment) => typeof segment === 'number');
        const name = index === undefined ? undefined : nameOfRow?.(index);
        return (
          <li
            key={`${secret.path.join('.')}:${secret.span.start}`}
            className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md bg-warn-soft px-2 py-1 text-xs text-warn"
          >
            <KeyRound aria-hidden className="size-3.5 shrink-0" />
            <span className="min-w-0 flex-1 basis-60">
              {name ? <code className="mr-1 font-medium">{name}</code> : null}
              {secret.message}
            </span>
            {secret.suggestedCredential ? (
              <Button size="sm" onClick={() => onMakeCredential(secret)}>
                Make it a credential…
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
