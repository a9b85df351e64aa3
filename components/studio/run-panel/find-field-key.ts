import type { JsonPath } from '@/components/studio/json/json-path';
import type { ResultStep } from '@/lib/engine/results/result-path';
import { parseFieldPath } from '@/lib/modules/integration/field-path.rules';
import type { CustomDataField } from '@/lib/modules/integration/integration.schema';

/** Tells which custom data field takes the value at a path of the result; null for none. */
export type FieldKeyFinder = (path: JsonPath) => string | null;

/** Reads the fields' paths once, so that asking for a line of the tree is cheap. A JSONPath with filters is not told. */
export function buildFieldKeyFinder(fields: readonly CustomDataField[], responseVariable: string): FieldKeyFinder {
  const plain = fields.flatMap(({ key, path }) => {
    const parsed = parseFieldPath(path, responseVariable);
    return parsed.kind === 'path' && !/[?@:,]|\.\./.test(path) ? [{ key, steps: parsed.steps }] : [];
  });
  return (path) => {
    const keys = plain.filter(({ steps }) => matches(steps, path)).map(({ key }) => key);
    return keys.length === 0 ? null : keys.join(', ');
  };
}

function matches(steps: readonly ResultStep[], path: JsonPath): boolean {
  return steps.length === path.length && steps.every((step, index) => matchesStep(step, path[index]));
}

function matchesStep(step: ResultStep, segment: string | number | undefined): boolean {
  switch (step.kind) {
    case 'key':
      return step.name === segment;
    case 'index':
      return step.index === segment;
    case 'every':
      return typeof segment === 'number';
  }
}
