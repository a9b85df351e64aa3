import type { ResultStep } from '@/lib/engine/results/result-path';
import { parseFieldPath } from './field-path.rules';
import type { CustomDataField } from './integration.schema';
import { findField, type ResponseShape, type ShapeType } from './response-shape.rules';

/** Something that a design relies on and that a later response lacks. `before` and `after` name sorts of value. */
export interface ShapeDrift {
  /** For example `items[i].title`. */
  path: string;
  change: 'missing' | 'type-changed' | 'new-null';
  before: string;
  after: string;
}

/**
 * What changed between two responses at places that are relied upon. Silent where nothing can be said: an empty array,
 * a key that was optional before, a value that was only ever null, a shape that was cut. Each change once, at the
 * outermost place it shows.
 */
export function compareShapes(before: ResponseShape, after: ResponseShape, reliedPaths: readonly (readonly ResultStep[])[]): ShapeDrift[] {
  const driftByPlace = new Map<string, ShapeDrift>();
  for (const steps of reliedPaths) {
    for (const drift of comparePath(before, after, steps)) driftByPlace.set(`${drift.change} ${drift.path}`, drift);
  }
  return [...driftByPlace.values()];
}

/** The places that custom data fields read; a path that can't be read relies on nothing. */
export function toFieldReliedPaths(fields: readonly CustomDataField[], responseVariable: string): ResultStep[][] {
  return fields.flatMap(({ path }) => {
    const parsed = parseFieldPath(path, responseVariable);
    return parsed.kind === 'path' ? [parsed.steps] : [];
  });
}

/**
 * The places of a response that a script seems to read: those whose every key the script mentions as a property
 * (`.title`, `['title']`, `{ title }`). A guess, cheap and without running the script; strings and comments can mislead it.
 */
export function toReliedPaths(script: string, shape: ResponseShape): ResultStep[][] {
  const mentioned = new Set(script.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
  for (const [, single, double] of script.matchAll(/\[\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\]/g)) mentioned.add(single ?? double ?? '');
  const paths: ResultStep[][] = [];
  collectMentioned(shape, [], { mentioned, paths });
  return paths;
}

function collectMentioned(shape: ResponseShape, steps: ResultStep[], found: { mentioned: ReadonlySet<string>; paths: ResultStep[][] }): void {
  for (const field of shape.fields ?? []) {
    if (!found.mentioned.has(field.name)) continue;
    const path: ResultStep[] = [...steps, { kind: 'key', name: field.name }];
    found.paths.push(path);
    collectMentioned(field.shape, path, found);
  }
  if (shape.element) collectMentioned(shape.element, [...steps, { kind: 'every' }], found);
}

function comparePath(before: ResponseShape, after: ResponseShape, steps: readonly ResultStep[]): ShapeDrift[] {
  const drift: ShapeDrift[] = [];
  let [old, current] = [before, after];
  for (let depth = 0; ; depth += 1) {
    const path = toPathText(steps.slice(0, depth));
    const change = compareTypes(old, current);
    if (change) drift.push({ path, change, before: toTypesText(old), after: toTypesText(current) });
    const step = steps[depth];
    if (step === undefined || change === 'type-changed') return drift;
    const next = takeStep(old, current, step);
    if (next === 'missing') return [...drift, { path: toPathText(steps.slice(0, depth + 1)), change: 'missing', before: toTypesText(takeOldStep(old, step)), after: 'nothing' }];
    if (next === null) return drift;
    [old, current] = next;
  }
}

function compareTypes(old: ResponseShape, current: ResponseShape): 'type-changed' | 'new-null' | null {
  const known = withoutNull(old.types);
  if (known.length === 0) return null;
  if (withoutNull(current.types).some((type) => !known.includes(type))) return 'type-changed';
  return current.types.includes('null') && !old.types.includes('null') ? 'new-null' : null;
}

/** Both shapes one step further; null where one of them can't tell. */
function takeStep(old: ResponseShape, current: ResponseShape, step: ResultStep): [ResponseShape, ResponseShape] | 'missing' | null {
  if (step.kind !== 'key') return old.element && current.element ? [old.element, current.element] : null;
  const oldField = findField(old, step.name);
  const field = findField(current, step.name);
  if (!oldField) return null;
  if (field) return [oldField.shape, field.shape];
  return current.fields && !current.isCut && !oldField.isOptional ? 'missing' : null;
}

function takeOldStep(old: ResponseShape, step: ResultStep): ResponseShape | undefined {
  return step.kind === 'key' ? findField(old, step.name)?.shape : old.element;
}

function withoutNull(types: readonly ShapeType[]): ShapeType[] {
  return types.filter((type) => type !== 'null');
}

function toTypesText(shape: ResponseShape | undefined): string {
  return shape?.types.join(' or ') || 'nothing';
}

function toPathText(steps: readonly ResultStep[]): string {
  const text = steps.map((step) => {
    if (step.kind === 'key') return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step.name) ? `.${step.name}` : `['${step.name}']`;
    return step.kind === 'every' ? '[i]' : `[${step.index}]`;
  });
  return text.join('').replace(/^\./, '') || 'the response';
}
