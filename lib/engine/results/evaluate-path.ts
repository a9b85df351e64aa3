import { isJsonObject, type JsonValue } from '@/lib/engine/json';
import type { ResultStep } from './result-path';

/**
 * Every value that `steps` lead to, in document order. A missing key or element gives nothing, a present null is a
 * value, `[i]` on anything but an array gives nothing. Only a value's own keys count, so `__proto__` finds what the
 * document holds and nothing else. Stops after `valueCountMax` values.
 */
export function evaluatePath(steps: readonly ResultStep[], document: JsonValue, valueCountMax = Number.POSITIVE_INFINITY): JsonValue[] {
  const values: JsonValue[] = [];
  collect({ steps, values, valueCountMax }, document, 0);
  return values;
}

interface Collection {
  steps: readonly ResultStep[];
  values: JsonValue[];
  valueCountMax: number;
}

function collect(collection: Collection, start: JsonValue, startDepth: number): void {
  const { steps, values, valueCountMax } = collection;
  let value: JsonValue = start;
  for (let depth = startDepth; depth < steps.length; depth += 1) {
    const step = steps[depth];
    if (step === undefined) return;
    if (step.kind === 'every') {
      if (!Array.isArray(value)) return;
      for (const element of value) {
        if (values.length >= valueCountMax) return;
        collect(collection, element, depth + 1);
      }
      return;
    }
    const next = takeStep(value, step);
    if (next === undefined) return;
    value = next;
  }
  if (values.length < valueCountMax) values.push(value);
}

/** A dotted number, as in `items.0.title`, is an index where the value is an array. */
function takeStep(value: JsonValue, step: Exclude<ResultStep, { kind: 'every' }>): JsonValue | undefined {
  if (Array.isArray(value)) {
    if (step.kind === 'index') return value[step.index];
    return /^\d{1,15}$/.test(step.name) ? value[Number(step.name)] : undefined;
  }
  if (step.kind === 'index' || !isJsonObject(value)) return undefined;
  return Object.hasOwn(value, step.name) ? value[step.name] : undefined;
}
