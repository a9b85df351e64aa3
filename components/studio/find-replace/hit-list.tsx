'use client';

import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toSpotHref } from '@/components/studio/builder/uses/spot-href';
import { splitHits } from '@/components/studio/find-replace/split-hits';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { TextHit, TextQuery } from '@/lib/modules/draft/find-text.rules';

/** More would not be read; a longer text finds fewer. */
const SHOWN_MAX = 400;

/** Properties of `HitList`. */
export type HitListProps = {
  hits: readonly TextHit[];
  query: TextQuery;
  replacement: string;
  onReplace: (hit: TextHit) => void;
  /** A hit's place is being opened. */
  onLeave: () => void;
};

/** The places where a text stands, under the thing to which they belong. */
export function HitList({ hits, query, replacement, onReplace, onLeave }: HitListProps) {
  return (
    <div className="-mx-4 min-h-0 flex-1 overflow-y-auto border-t border-line px-4 pt-2">
      <ul aria-label="Places found" className="flex flex-col gap-3">
        {[...groupByOwner(hits.slice(0, SHOWN_MAX))].map(([owner, own]) => (
          <li key={owner}>
            <h3 className="text-xs font-medium">
              {owner} <span className="font-normal text-muted tabular-nums">{own.length}</span>
            </h3>
            <ul className="flex flex-col">
              {own.map((hit) => (
                <li key={hit.id} className="group flex items-center gap-2 rounded-sm hover:bg-raised">
                  <HitLink hit={hit} query={query} onLeave={onLeave} />
                  <Button size="sm" variant="ghost" aria-label={`Replace this one by ${replacement === '' ? 'nothing' : replacement}`} onClick={() => onReplace(hit)} className="sm:opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
                    Replace
                  </Button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {hits.length > SHOWN_MAX ? <p className="py-2 text-center text-xs text-muted">The first {SHOWN_MAX} of {hits.length} are shown.</p> : null}
    </div>
  );
}

function groupByOwner(hits: readonly TextHit[]): Map<string, TextHit[]> {
  const groups = new Map<string, TextHit[]>();
  for (const hit of hits) groups.set(hit.owner, [...(groups.get(hit.owner) ?? []), hit]);
  return groups;
}

function HitLink({ hit, query, onLeave }: { hit: TextHit; query: TextQuery; onLeave: () => void }) {
  const bot = useCurrentBot();
  return (
    <Link href={toSpotHref(bot.id, hit.place)} onClick={onLeave} className="flex min-w-0 flex-1 items-baseline gap-2 rounded-sm px-1 py-1">
      <span className="w-40 shrink-0 truncate text-xs text-muted max-sm:hidden">
        {hit.label}
        {hit.isInScript ? `, line ${hit.line}` : ''}
      </span>
      <span className={hit.isInScript ? 'min-w-0 truncate font-mono text-xs' : 'min-w-0 truncate'}>
        {splitHits(hit.excerpt, query.text, query.matchesCase).map(({ text, isHit }, index) =>
          isHit ? (
            <mark key={index} className="rounded-xs bg-accent-soft text-ink">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
      {hit.isInScript ? <Badge>script</Badge> : null}
    </Link>
  );
}
