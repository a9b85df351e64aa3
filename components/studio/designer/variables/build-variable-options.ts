import type { VariableOption } from '@/components/studio/editors/template/variable-option';
import { SYSTEM_VARIABLES } from '@/lib/engine/variables/system-variables';
import { parseReference } from '@/lib/engine/variables/variable-reference';
import type { VariableView } from '@/lib/modules/environment/environment.schema';

/** What is known around an integration that its texts may refer to. */
export type VariableWorld = {
  /** The bot's environment; null for none, undefined while it isn't known. */
  environment: { name: string; variables: readonly VariableView[] } | null | undefined;
  /** All integrations of the bot, this one as its form says; undefined while they aren't known. */
  integrations: readonly { name: string; responseVariable: string; fieldKeys: readonly string[] }[] | undefined;
  /** References to bot variables and slots seen anywhere, as written between the braces. */
  seenReferences: readonly string[];
  /** Bot variables that scripts set. */
  setNames: readonly string[];
  testValues: Readonly<Record<string, string>>;
};

/** Everything that can be completed after a brace: bot variables, slots, environment keys, fields, system variables. */
export function buildVariableOptions(world: VariableWorld): VariableOption[] {
  const { environment, integrations = [] } = world;
  return [
    ...buildSeen(world),
    ...(environment?.variables ?? []).map(({ key, value, isSecret }) =>
      build(`$env.${key}`, { label: key, scope: 'environment', detail: isSecret ? 'secret' : (value ?? '') }),
    ),
    ...integrations.flatMap(({ name, responseVariable, fieldKeys }) =>
      fieldKeys.flatMap((key) => [
        build(`${responseVariable}.${key}`, { label: `${responseVariable}.${key}`, scope: 'field', detail: `from ${name}` }),
        build(`${responseVariable}.${key}.count`, { label: `${responseVariable}.${key}.count`, scope: 'field', detail: 'number of values' }),
      ]),
    ),
    ...Object.entries(SYSTEM_VARIABLES).map(([name, meaning]) => build(`$${name}`, { label: name, scope: 'system', detail: meaning })),
  ];
}

/** Bot variables and slots have no list of their own: they exist by being used or set. */
function buildSeen({ seenReferences, setNames, testValues }: VariableWorld): VariableOption[] {
  const references = new Set([...seenReferences, ...Object.keys(testValues), ...setNames.map((name) => `$botContext.${name}`)]);
  return [...references].sort().flatMap((reference) => {
    const parsed = parseReference(reference);
    if (parsed?.kind !== 'bot' && parsed?.kind !== 'slot') return [];
    const value = testValues[reference];
    return [build(reference, { label: parsed.name, scope: parsed.kind, detail: value === undefined ? '' : `test value ${value}` })];
  });
}

function build(reference: string, option: Omit<VariableOption, 'insert'>): VariableOption {
  return { ...option, insert: `{${reference}}` };
}
