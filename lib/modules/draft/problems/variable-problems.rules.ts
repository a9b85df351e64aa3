import { findNearestName } from '@/lib/engine/variables/nearest-name';
import { analyzeScript } from '../analyze-script.rules';
import type { CheckedDraft } from '../checked-draft.rules';
import type { Mention } from '../mention.rules';
import { findNameRoles } from '../name-roles.rules';
import type { DraftProblem } from '../problem.schema';

/** Set from outside a bot's own texts. Source: conversation-builder reference, sections 3 and 5.10. */
const GIVEN_VARIABLES = ['external_auth_url', 'cidp_accessToken', 'skipPreviousDialog', '__standardHeaders__', '__recordUnMatchedPatternPhrases__'];

/** Variables that texts and conditions read and nobody sets, with the name that was probably meant. Scripts may ask for what isn't there. */
export function findUnknownVariables(draft: CheckedDraft): DraftProblem[] {
  if (setsUnknownNames(draft)) return [];
  const known = listNames(draft.mentions.filter(({ isSet }) => isSet), 'variable').concat(GIVEN_VARIABLES);
  const called = new Set(draft.placed.flatMap(({ interaction }) => (interaction.kind === 'integration' ? [interaction.integrationId] : [])));
  // An integration that no dialog calls is only tried in its designer, with test values.
  const reads = listReads(draft.mentions, 'variable', known).filter(({ text }) => text.spot.integrationId === undefined || called.has(text.spot.integrationId));
  return reads.map((mention) => describe(mention, { what: `the variable “${mention.subject.name}”`, why: 'which nothing sets', known }));
}

/** Slots that texts read and no rule fills. */
export function findUnknownSlots({ mentions }: CheckedDraft): DraftProblem[] {
  const known = listNames(mentions.filter(({ isSet }) => isSet), 'slot');
  return listReads(mentions, 'slot', known).map((mention) => describe(mention, { what: `the slot “${mention.subject.name}”`, why: 'which no rule fills', known }));
}

/** Environment keys that the bot's environment does not have. Keys that begin with `system_` configure the platform and may be missing. */
export function findUnknownEnvironmentKeys({ mentions, surroundings }: CheckedDraft): DraftProblem[] {
  const known = surroundings.environmentKeys ?? [];
  const why = surroundings.environmentKeys === null ? 'but the bot has no environment' : 'which the bot’s environment does not have';
  return listReads(mentions, 'environment-key', known)
    .filter(({ subject }) => !subject.name.startsWith('system_'))
    .map((mention) => describe(mention, { what: `the environment key “${mention.subject.name}”`, why, known }));
}

/** Results of integrations that the bot does not have, and fields that an integration does not have. */
export function findUnknownFields({ mentions, surroundings }: CheckedDraft): DraftProblem[] {
  const definitions = surroundings.integrations.map(({ definition }) => definition);
  const responseVariables = definitions.map(({ responseVariable }) => responseVariable);
  return mentions.flatMap((mention): DraftProblem[] => {
    const { subject, text } = mention;
    if (text.kind === 'script' && subject.kind !== 'field') return [];
    if (subject.kind === 'response-variable' && !responseVariables.includes(subject.name)) {
      return [describe(mention, { what: `“${subject.name}”`, why: 'but no integration has this response data variable', known: responseVariables })];
    }
    if (subject.kind !== 'field') return [];
    const definition = definitions.find(({ responseVariable }) => responseVariable === subject.responseVariable);
    const keys = definition?.customDataFields.map(({ key }) => key) ?? [];
    if (!definition || keys.includes(subject.name)) return [];
    return [describe(mention, { what: `the field “${subject.name}”`, why: `which the integration “${definition.name}” does not have`, known: keys })];
  });
}

function listNames(mentions: readonly Mention[], kind: 'variable' | 'slot'): string[] {
  return [...new Set(mentions.flatMap(({ subject }) => (subject.kind === kind ? [subject.name] : [])))];
}

function listReads(mentions: readonly Mention[], kind: 'variable' | 'slot' | 'environment-key', known: readonly string[]): Mention[] {
  const names = new Set(known);
  return mentions.filter(({ subject, isSet, text }) => subject.kind === kind && !isSet && !names.has(subject.name) && (text.kind !== 'script' || kind === 'environment-key'));
}

/** Whether a script sets variables under names that only a run can tell. */
function setsUnknownNames({ content, texts }: CheckedDraft): boolean {
  const roles = findNameRoles(content.globalFunctions);
  return texts.some(({ kind, text }) => {
    if (kind !== 'script') return false;
    const { calls, declarations } = analyzeScript(text);
    const handedOn = new Set(declarations.filter(({ name }) => roles.has(name)).flatMap((declaration) => declaration.calls));
    return calls.some((call) => call.method?.name === 'setBotVariable' && !handedOn.has(call) && !(call.arguments[0] && 'value' in call.arguments[0]));
  });
}

function describe({ text, subject }: Mention, { what, why, known }: { what: string; why: string; known: readonly string[] }): DraftProblem {
  const nearest = findNearestName(subject.name, known);
  const hint = nearest === null ? '' : ` Did you mean “${nearest}”?`;
  return { severity: 'warning', code: `${subject.kind}/unknown`, message: `${text.owner}, ${text.label}: uses ${what}, ${why}.${hint}`, place: text.spot };
}
