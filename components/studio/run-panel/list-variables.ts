import { parseReference, toScope, type VariableScope } from '@/lib/engine/variables/variable-reference';
import type { VariableView } from '@/lib/modules/environment/environment.schema';
import type { UsedVariable } from '@/lib/modules/integration-run/run-record.schema';

/** A variable of the form, with where its value comes from. */
export type VariableLine = {
  /** As written between the braces. */
  reference: string;
  scope: VariableScope | 'unknown';
  /** What was entered here; empty text when nothing was. */
  testValue: string;
  /** What is used without a test value: words, or the value itself. */
  placeholder: string;
  /** Without a test value it becomes empty text. */
  isEmpty: boolean;
  /** What the shown run used; null when it did not use the variable. */
  used: UsedVariable | null;
};

/** What is known besides the form. */
export type VariableSources = {
  testValues: Readonly<Record<string, string>>;
  /** Null when the bot uses no environment, undefined while that is not known yet. */
  environment: { name: string; variables: readonly VariableView[] } | null | undefined;
  botId: string;
  /** Of the shown run. */
  used: readonly UsedVariable[];
};

/** The conversation that a run from the designer takes place in, by name. */
const TEST_CONVERSATION_ID = 'test-conversation';

/** All variables that the form uses, each once, in order of appearance. */
export function listVariables(references: readonly string[], sources: VariableSources): VariableLine[] {
  const usedByReference = new Map(sources.used.map((variable) => [variable.reference, variable]));
  return [...new Set(references)].map((reference) => {
    const parsed = parseReference(reference);
    const testValue = ownValue(sources.testValues, reference) ?? '';
    const fallback = findFallback(reference, sources);
    return {
      reference,
      scope: parsed ? toScope(parsed) : 'unknown',
      testValue,
      placeholder: fallback.words,
      isEmpty: testValue === '' && fallback.isEmpty,
      used: usedByReference.get(reference) ?? null,
    };
  });
}

/** The test values with one changed; an empty one is taken away, so that the usual source counts again. */
export function withTestValue(testValues: Readonly<Record<string, string>>, reference: string, value: string): Record<string, string> {
  const rest = Object.entries(testValues).filter(([name]) => name !== reference);
  return Object.fromEntries(value === '' ? rest : [...rest, [reference, value]]);
}

type Fallback = { words: string; isEmpty: boolean };

function findFallback(reference: string, { environment, botId }: VariableSources): Fallback {
  const parsed = parseReference(reference);
  switch (parsed?.kind) {
    case 'environment': {
      if (environment === undefined) return { words: '', isEmpty: false };
      if (environment === null) return empty('The bot uses no environment: empty');
      const variable = environment.variables.find(({ key }) => key === parsed.name);
      if (!variable) return empty(`Not in the environment ${environment.name}: empty`);
      if (!variable.hasValue) return empty(`Empty in the environment ${environment.name}`);
      return { words: variable.isSecret ? `Secret of the environment ${environment.name}` : (variable.value ?? ''), isEmpty: false };
    }
    case 'system':
      if (parsed.name === 'chatBotId') return { words: botId, isEmpty: false };
      if (parsed.name === 'conversationId') return { words: TEST_CONVERSATION_ID, isEmpty: false };
      return empty('Known in a conversation only: empty');
    case 'bot':
    case 'slot':
      return empty('Set in a conversation: empty here');
    case 'field':
    case 'field-count':
    case 'response':
      return empty('From an earlier integration: empty here');
    case undefined:
      return empty('Unknown: empty');
  }
}

function empty(words: string): Fallback {
  return { words, isEmpty: true };
}

function ownValue(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
