import { findReferences } from '@/lib/engine/variables/parse-template';
import { analyzeScript, type ScriptString } from './analyze-script.rules';
import type { MentionSubject } from './mention-subject.rules';
import { listNameParts, listReferenceParts, toResponseVariable, type NamePart } from './name-parts.rules';
import { readNamed, type NameRole, type NameRoles } from './name-roles.rules';

/** What is known about names before texts are read. */
export interface NameContext {
  responseVariables: ReadonlySet<string>;
  roles: NameRoles;
  /** Of the Global Functions. */
  functionNames: ReadonlySet<string>;
}

/** Where a script names something. */
export interface ScriptMention extends NamePart {
  isSet: boolean;
  /** Null when it is a name in the code itself, not in a string. */
  quote: string | null;
}

/**
 * What a script names: by the strings that it gives to `botContext` functions or to global functions that hand them on, by strings and
 * members that are names of responses (`api_X`), by references in its strings, and by calling Global Functions.
 * Strings with escapes in them name nothing: their characters don't stand where they seem to.
 */
export function listScriptMentions(source: string, context: NameContext): ScriptMention[] {
  const { strings, names, freeNames, calls } = analyzeScript(source);
  const named = calls.flatMap((call) => readNamed(call, context.roles) ?? []).filter(({ string }) => string.isPlain);
  const namedStarts = new Set(named.map(({ string }) => string.start));
  const others = strings.filter(({ isPlain, start }) => isPlain && !namedStarts.has(start));
  return [
    ...named.flatMap(({ role, string }) => toMentions(listNamedParts(role, string, context), { isSet: role === 'set', quote: string.quote })),
    ...others.flatMap((string) => toMentions(listStringParts(string, context), { isSet: false, quote: string.quote })),
    ...toMentions(names.filter(({ name }) => isResponseName(name, context)).flatMap(({ name, start }) => listNameParts(name, context.responseVariables, start)), CODE),
    ...toMentions(freeNames.filter(({ name }) => context.functionNames.has(name)).map(({ name, start, end }) => ({ subject: { kind: 'function', name }, start, end })), CODE),
    ...toMentions(calls.flatMap(({ method }) => (method ? [{ subject: { kind: 'context-function' as const, name: method.name }, start: method.start, end: method.end }] : [])), CODE),
  ];
}

const CODE = { isSet: false, quote: null };

function toMentions(parts: readonly NamePart[], more: Pick<ScriptMention, 'isSet' | 'quote'>): ScriptMention[] {
  return parts.map((part) => ({ ...part, ...more }));
}

const KIND_BY_ROLE = { interaction: 'interaction-name', environment: 'environment-key', entity: 'entity-name', intent: 'intent-name' } as const;

function listNamedParts(role: NameRole, { value, start, end }: ScriptString, { responseVariables }: NameContext): NamePart[] {
  if (role === 'read' || role === 'set') return listNameParts(value, responseVariables, start);
  const subject: MentionSubject = { kind: KIND_BY_ROLE[role], name: value };
  return [{ subject, start, end }];
}

function listStringParts({ value, start }: ScriptString, context: NameContext): NamePart[] {
  const parts = isResponseName(value, context) || isFieldName(value, context) ? listNameParts(value, context.responseVariables, start) : [];
  const references = findReferences(value).flatMap((part) => listReferenceParts(part, context.responseVariables));
  return [...parts, ...references.map((part) => ({ ...part, start: part.start + start, end: part.end + start }))];
}

function isResponseName(name: string, { responseVariables }: NameContext): boolean {
  const response = toResponseVariable(name, responseVariables);
  return response !== null && responseVariables.has(response);
}

function isFieldName(value: string, { responseVariables }: NameContext): boolean {
  return /^\w+\.[^\s.]+(\.count)?$/.test(value) && responseVariables.has(value.slice(0, value.indexOf('.')));
}
