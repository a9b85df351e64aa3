'use client';

import { CircleMinus, CirclePlus, PencilLine, type LucideIcon } from 'lucide-react';
import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toSpotHref } from '@/components/studio/builder/uses/spot-href';
import { FieldDifference } from '@/components/studio/releases/field-difference';
import type { BotDifference } from '@/lib/modules/draft/describe-changes.rules';

/** Properties of `DifferenceList`. */
export type DifferenceListProps = {
  differences: readonly BotDifference[];
  /** Titles lead to the place in the draft; only where the newer side is the draft. */
  isLinked: boolean;
};

/** What differs between two bots, thing by thing, each with its fields before and after. */
export function DifferenceList({ differences, isLinked }: DifferenceListProps) {
  if (differences.length === 0) return <p className="rounded-md border border-line bg-surface px-3 py-6 text-center text-muted">No difference. Both say the same.</p>;
  return (
    <ul aria-label="Differences" className="flex flex-col gap-2">
      {differences.map((difference) => (
        <li key={`${difference.what} ${difference.kind} ${JSON.stringify(difference.place)}`} className="rounded-md border border-line bg-surface">
          <Thing difference={difference} isLinked={isLinked && difference.kind !== 'removed'} />
        </li>
      ))}
    </ul>
  );
}

function Thing({ difference: { kind, what, title, place, fields }, isLinked }: { difference: BotDifference; isLinked: boolean }) {
  const bot = useCurrentBot();
  const { Icon, tone, word } = lookByKind[kind];
  return (
    <>
      <p className="flex items-center gap-2 px-3 py-2">
        <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />
        <span className="min-w-0 break-words">
          <span className={`font-medium ${tone}`}>{word}</span> {nounByWhat[what]}
          {isLinked ? (
            <Link href={toSpotHref(bot.id, place)} className="rounded-sm font-medium hover:underline">
              {title}
            </Link>
          ) : (
            <span className="font-medium">{title}</span>
          )}
        </span>
      </p>
      {fields.length > 0 ? (
        <dl className="flex flex-col border-t border-line">
          {fields.map((field, index) => (
            <FieldDifference key={`${field.label} ${index}`} field={field} />
          ))}
        </dl>
      ) : null}
    </>
  );
}

const lookByKind: Record<BotDifference['kind'], { Icon: LucideIcon; tone: string; word: string }> = {
  added: { Icon: CirclePlus, tone: 'text-good', word: 'New' },
  removed: { Icon: CircleMinus, tone: 'text-bad', word: 'Removed' },
  changed: { Icon: PencilLine, tone: 'text-warn', word: 'Changed' },
};

const nounByWhat: Record<BotDifference['what'], string> = {
  dialog: 'dialog ',
  interaction: 'interaction ',
  intent: 'intent ',
  entity: 'entity ',
  integration: 'integration ',
  settings: '',
  'global-functions': '',
  'order-of-dialogs': '',
};
