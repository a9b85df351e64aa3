import { analyzeScript, type ScriptCall, type ScriptString } from './analyze-script.rules';

/** What a string names that is given to a function. */
export type NameRole = 'read' | 'set' | 'interaction' | 'environment' | 'entity' | 'intent';

const ROLE_BY_METHOD: Readonly<Record<string, NameRole>> = {
  getBotVariable: 'read',
  setBotVariable: 'set',
  setTriggerNextMessage: 'interaction',
  getEnvVariable: 'environment',
  getNamedEntities: 'entity',
  setBotTransferIntentbyDomain: 'intent',
};

/** Global functions that hand one of their parameters on to such a function, as the vendor's helper template does, by name. */
export type NameRoles = ReadonlyMap<string, { role: NameRole; argumentIndex: number }>;

/** Finds the global functions that take names: `function getBotVar(name) { return botContext.getBotVariable(name); }`. */
export function findNameRoles(globalFunctions: string): NameRoles {
  const roles = new Map<string, { role: NameRole; argumentIndex: number }>();
  for (const { name, parameterNames, calls } of analyzeScript(globalFunctions).declarations) {
    for (const call of calls) {
      const role = readRole(call);
      const [first] = call.arguments;
      const argumentIndex = first && 'name' in first ? parameterNames.indexOf(first.name) : -1;
      if (role && argumentIndex >= 0) roles.set(name, { role, argumentIndex });
    }
  }
  return roles;
}

/** The string by which a call names something, with what it names; null when it names nothing, or not by a string. */
export function readNamed(call: ScriptCall, roles: NameRoles): { role: NameRole; string: ScriptString } | null {
  const found = readRole(call) ?? null;
  const own = call.functionName === null ? undefined : roles.get(call.functionName);
  const named = found ? { role: found, argumentIndex: 0 } : own;
  const argument = named && call.arguments[named.argumentIndex];
  return named && argument && 'value' in argument ? { role: named.role, string: argument } : null;
}

function readRole({ method }: ScriptCall): NameRole | undefined {
  return method && Object.hasOwn(ROLE_BY_METHOD, method.name) ? ROLE_BY_METHOD[method.name] : undefined;
}
