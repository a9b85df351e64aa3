'use client';

import { TriangleAlert } from 'lucide-react';

import type { UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import type { ExpressionMatch } from '@/lib/engine/event.schema';
import type { EntitiesFound } from '@/lib/engine/nlu/find-entities';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';

/** Properties of `FoundEntities`. */
export type FoundEntitiesProps = {
  entities: EntitiesFound;
  matches: Readonly<Record<string, ExpressionMatch>>;
  content: BotContent;
  onChoose: (choice: UnderstandingChoice) => void;
};

/** The entities in an utterance, and expressions that could not be tried. */
export function FoundEntities({ entities, matches, content, onChoose }: FoundEntitiesProps) {
  const all = Object.values(content.entities);
  const found = all.filter(({ name }) => Object.hasOwn(entities, name));
  const failed = all.flatMap(({ id, name, definition }) => {
    const match = definition.kind === 'regular-expression' ? matches[definition.expression] : undefined;
    return match && 'problem' in match ? [{ id, name, problem: match.problem }] : [];
  });
  return (
    <section aria-labelledby="found" className="flex flex-col gap-1">
      <h3 id="found" className="text-xs font-medium text-muted">
        Entities
      </h3>
      {found.length === 0 ? <p className="text-muted">{all.length === 0 ? 'There are no entities yet.' : 'None found.'}</p> : null}
      <ul aria-label="Entities found" className="flex flex-col gap-1">
        {found.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2">
            <button type="button" onClick={() => onChoose({ kind: 'entity', id })} className="rounded-sm font-mono text-xs text-accent hover:underline">
              @{name}
            </button>
            {entities[name]?.map(({ phrase, dataValue }, index) => (
              <span key={index} className="break-words">
                “{phrase}”{dataValue === phrase ? null : <span className="text-muted"> → {dataValue}</span>}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {failed.map(({ id, name, problem }) => (
        <p key={id} className="flex items-start gap-1.5 text-xs text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />@{name} was not looked for: {problem}.
        </p>
      ))}
    </section>
  );
}
