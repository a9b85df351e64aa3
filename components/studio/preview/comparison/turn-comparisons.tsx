'use client';

import { CircleCheck, Equal, Minus, PencilLine, Plus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { MessageBubble } from '@/components/messenger/message-bubble';
import { MessengerContext, type MessengerActions } from '@/components/messenger/messenger-context';
import { MessengerTheme } from '@/components/messenger/messenger-theme';
import { describeEvent } from '@/components/studio/preview/trace/describe-event';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import type { Said, SaidDifference, TurnComparison } from '@/lib/modules/replay/replay.schema';

/** Properties of `TurnComparisons`. */
export type TurnComparisonsProps = {
  turns: readonly TurnComparison[];
  /** What the two sides are: "Recorded" and "Draft". */
  labels: { before: string; after: string };
  integrationName: (integrationId: string) => string;
};

/** A conversation beside itself, turn by turn and message by message. Turns without a difference are folded. */
export function TurnComparisons({ turns, labels, integrationName }: TurnComparisonsProps) {
  return (
    <MessengerContext value={forLooking}>
      <ol className="flex flex-col gap-2">
        {turns.map((turn) => (
          <li key={turn.number} className="rounded-md border border-line">
            <details open={!turn.isSame}>
              <summary className="flex flex-wrap items-center gap-2 px-3 py-1.5">
                <span className="text-muted tabular-nums">{turn.number}.</span>
                <span className="min-w-0 flex-1 break-words">{describeEvent(turn.event)}</span>
                {turn.isSame ? (
                  <Badge tone="good">Same</Badge>
                ) : (
                  <Badge tone="bad">Different</Badge>
                )}
              </summary>
              <div className="flex flex-col gap-2 border-t border-line p-3">
                <TurnNotes turn={turn} integrationName={integrationName} />
                {turn.differences.map((difference, index) => (
                  <Difference key={index} difference={difference} labels={labels} />
                ))}
                {turn.differences.length === 0 ? <p className="text-muted">The bot said nothing, now as before.</p> : null}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </MessengerContext>
  );
}

function TurnNotes({ turn, integrationName }: { turn: TurnComparison; integrationName: (id: string) => string }) {
  return (
    <>
      {turn.faults.map((fault) => (
        <Callout key={fault} tone="bad" what={fault} />
      ))}
      {turn.unrecordedIntegrationIds.length > 0 ? (
        <Callout tone="warn" what={`No answer was recorded for ${turn.unrecordedIntegrationIds.map(integrationName).join(', ')}`} why="The draft calls it here, the recording did not; the call ended as interrupted." />
      ) : null}
      {turn.uncalledIntegrationIds.length > 0 ? <Callout tone="info" what={`${turn.uncalledIntegrationIds.map(integrationName).join(', ')} was called then, and is not now`} /> : null}
    </>
  );
}

function Difference({ difference, labels }: { difference: SaidDifference; labels: TurnComparisonsProps['labels'] }) {
  const { label, tone, Icon } = lookByKind[difference.kind];
  return (
    <section aria-label={label} className="flex flex-col gap-1">
      <Badge tone={tone} icon={Icon} className="self-start">
        {label}
      </Badge>
      {difference.kind === 'same' ? (
        <Side>{difference.after ? <SaidBubble said={difference.after} /> : null}</Side>
      ) : (
        <div className="grid gap-2 sm:grid-cols-2">
          <Side label={labels.before}>{difference.before ? <SaidBubble said={difference.before} /> : <Nothing />}</Side>
          <Side label={labels.after}>{difference.after ? <SaidBubble said={difference.after} /> : <Nothing />}</Side>
        </div>
      )}
    </section>
  );
}

function Side({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      {label ? <p className="mb-1 text-xs text-muted">{label}</p> : null}
      {children}
    </div>
  );
}

/** To look at, not to tap. */
function SaidBubble({ said }: { said: Said }) {
  return (
    <MessengerTheme className="bg-transparent">
      <div inert>
        <MessageBubble message={{ actor: { kind: 'bot', id: '' }, visibility: said.visibility, parts: said.parts }} isFirst isOpen />
      </div>
    </MessengerTheme>
  );
}

function Nothing() {
  return <p className="rounded-md border border-dashed border-line px-3 py-2 text-muted">Nothing</p>;
}

const lookByKind: Record<SaidDifference['kind'], { label: string; tone: BadgeTone; Icon: LucideIcon }> = {
  same: { label: 'Same', tone: 'neutral', Icon: Equal },
  changed: { label: 'Changed', tone: 'warn', Icon: PencilLine },
  missing: { label: 'Missing now', tone: 'bad', Icon: Minus },
  added: { label: 'New', tone: 'accent', Icon: Plus },
};

const forLooking: MessengerActions = { answer: () => undefined, openPage: () => undefined, upload: null, canAnswer: false };

/** Nothing differs. */
export function AllSame({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 rounded-md bg-good-soft px-3 py-2 text-good">
      <CircleCheck aria-hidden className="size-4" />
      {children}
    </p>
  );
}
