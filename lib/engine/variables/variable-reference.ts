import { parseResultPath, type ResultStep } from '@/lib/engine/results/result-path';
import { isSystemVariableName, type SystemVariableName } from './system-variables';

/** What a reference between braces points at. `integration` is a response data variable name. */
export type VariableReference =
  | { kind: 'bot'; name: string }
  | { kind: 'slot'; name: string }
  | { kind: 'environment'; name: string }
  | { kind: 'system'; name: SystemVariableName }
  | { kind: 'field'; integration: string; key: string }
  | { kind: 'field-count'; integration: string; key: string }
  | { kind: 'response'; root: string; steps: ResultStep[] };

/** Where a variable's value comes from. */
export type VariableScope = 'bot' | 'slot' | 'environment' | 'field' | 'system' | 'response';

/**
 * Reads what stands between two braces; null when it is not a reference, so that JSON, CSS and other braces stay text.
 * Source: conversation-builder reference, sections 1.2, 1.7, 8.1 and 8.2.
 */
export function parseReference(text: string): VariableReference | null {
  if (text.startsWith('$.')) return parseResponseReference(text);
  if (text.startsWith('$')) return parseDollarReference(text.slice(1));
  const match = FIELD.exec(text);
  if (!match) return null;
  const [, integration = '', key = '', count] = match;
  return { kind: count === undefined ? 'field' : 'field-count', integration, key };
}

/** The scope that a reference belongs to. */
export function toScope(reference: VariableReference): VariableScope {
  return reference.kind === 'field-count' ? 'field' : reference.kind;
}

/** A name may hold dots; blanks, quotes and braces would make ordinary text look like a reference. */
const NAME = /^[^{}\s"'\\]+$/;
const FIELD = /^([A-Za-z_]\w*)\.([^{}.\s"'\\]+)(\.count)?$/;

function parseDollarReference(text: string): VariableReference | null {
  const dot = text.indexOf('.');
  if (dot === -1) return isSystemVariableName(text) ? { kind: 'system', name: text } : null;
  const name = text.slice(dot + 1);
  if (!NAME.test(name)) return null;
  switch (text.slice(0, dot)) {
    case 'env':
      return { kind: 'environment', name };
    case 'botContext':
      return name.startsWith('slot.') && name.length > 5 ? { kind: 'slot', name: name.slice(5) } : { kind: 'bot', name };
    default:
      return null;
  }
}

function parseResponseReference(text: string): VariableReference | null {
  const parsed = parseResultPath(text);
  if (parsed.kind === 'problem' || parsed.path.root === null) return null;
  return { kind: 'response', root: parsed.path.root, steps: parsed.path.steps };
}
