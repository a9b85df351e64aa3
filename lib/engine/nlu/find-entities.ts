import type { ExpressionMatch } from '@/lib/engine/event.schema';
import type { Program } from '@/lib/engine/program/program.schema';

/** An entity in an utterance: the words said, and the part after `~` of the value (the value itself when it has none). */
export interface EntityMatch {
  phrase: string;
  dataValue: string;
}

/** Entities of an utterance by entity name, in the order of the text; names without a match are absent. */
export type EntitiesFound = Record<string, EntityMatch[]>;

/** The regular expressions of a program's entities, each once: to be matched outside and given to `findEntities`. */
export function listExpressions(program: Program): string[] {
  const expressions = new Set<string>();
  for (const { definition } of Object.values(program.entities)) {
    if (definition.kind === 'regular-expression' && definition.expression !== '') expressions.add(definition.expression);
  }
  return [...expressions];
}

/**
 * Finds a program's entities in an utterance.
 * @param matches what came of the expressions of `listExpressions`; an expression without an entry found nothing
 */
export function findEntities(program: Program, { matches }: { text: string; matches: Record<string, ExpressionMatch> }): EntitiesFound {
  const found: EntitiesFound = {};
  for (const { name, definition } of Object.values(program.entities)) {
    if (definition.kind !== 'regular-expression' || !Object.hasOwn(matches, definition.expression)) continue;
    const match = matches[definition.expression];
    if (match && 'found' in match && match.found !== null && match.found !== '') found[name] = [{ phrase: match.found, dataValue: match.found }];
  }
  return found;
}
