import type { ExpressionMatch } from '@/lib/engine/event.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { cleanText, normalizeText } from '@/lib/engine/text/normalize-text';
import { buildValueSet, findValues, type ValueSet } from './value-set';

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
 * Finds a program's entities in an utterance. Of a value set the longest value counts wherever several stand at one place;
 * values stand as whole words, and case doesn't count. Different entities may share words.
 * Source: conversation-builder reference, section 8.6.
 * @param matches what came of the expressions of `listExpressions`; an expression without an entry found nothing
 */
export function findEntities(program: Program, { text, matches }: { text: string; matches: Readonly<Record<string, ExpressionMatch>> }): EntitiesFound {
  const normalText = normalizeText(text);
  const shownText = cleanText(text);
  const saidText = shownText.length === normalText.length ? shownText : normalText;
  const foundByName = new Map<string, EntityMatch[]>();
  for (const { id, name, definition } of Object.values(program.entities)) {
    const found =
      definition.kind === 'regular-expression'
        ? readMatch(Object.hasOwn(matches, definition.expression) ? matches[definition.expression] : undefined)
        : findValues(getValueSet(program, id, definition.values), normalText).map(({ start, end, dataValue }) => ({ phrase: saidText.slice(start, end), dataValue }));
    if (found.length > 0) foundByName.set(name, [...(foundByName.get(name) ?? []), ...found]);
  }
  // No state can hold a thing of this name; others such as `constructor` are names like any.
  foundByName.delete('__proto__');
  return Object.fromEntries(foundByName);
}

function readMatch(match: ExpressionMatch | undefined): EntityMatch[] {
  if (!match || !('found' in match) || match.found === null || match.found === '') return [];
  return [{ phrase: match.found, dataValue: match.found }];
}

const valueSetsByProgram = new WeakMap<Program, Map<string, ValueSet>>();

function getValueSet(program: Program, entityId: string, values: readonly string[]): ValueSet {
  const sets = valueSetsByProgram.get(program) ?? new Map<string, ValueSet>();
  valueSetsByProgram.set(program, sets);
  const known = sets.get(entityId);
  if (known) return known;
  const built = buildValueSet(values);
  sets.set(entityId, built);
  return built;
}
