import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftIntegration } from '@/lib/modules/draft/draft.contract';
import type { DraftTarget } from '@/lib/modules/draft/list-uses.rules';
import { listMentions } from '@/lib/modules/draft/mention.rules';
import type { RenameTarget } from '@/lib/modules/draft/rename-target.rules';

/** A name of a bot that texts and scripts use. */
export interface BotName {
  /** Tells it from all others. */
  id: string;
  name: string;
  kind: 'Bot variable' | 'Slot' | 'Response variable' | 'Custom data field' | 'Integration' | 'Intent' | 'Entity';
  /** How it is written in texts, where it is. */
  reference: string;
  target: RenameTarget;
  /** What its uses are asked by. */
  used: DraftTarget;
}

/** Everything of a bot that can be renamed and is no dialog or interaction: variables first, each kind in alphabetical order. */
export function listNames({ intents, entities, ...content }: BotContent, integrations: readonly DraftIntegration[]): BotName[] {
  const mentions = listMentions({ ...content, intents, entities }, integrations);
  const mentioned = (kind: 'variable' | 'slot') => [...new Set(mentions.flatMap(({ subject }) => (subject.kind === kind && subject.name !== '' ? [subject.name] : [])))];
  const names: BotName[] = [
    ...mentioned('variable').map((name) => toNamed({ kind: 'variable', name }, 'Bot variable', `{$botContext.${name}}`)),
    ...mentioned('slot').map((name) => toNamed({ kind: 'slot', name }, 'Slot', `{$botContext.slot.${name}}`)),
    ...integrations.flatMap(({ id, definition }) => [
      { id: `response ${id}`, name: definition.responseVariable, kind: 'Response variable' as const, reference: `api_${definition.responseVariable}`, target: { kind: 'response-variable' as const, id }, used: { kind: 'integration' as const, id } },
      ...definition.customDataFields.map(({ key }) => {
        const target = { kind: 'field' as const, integrationId: id, key };
        return { id: `field ${id} ${key}`, name: key, kind: 'Custom data field' as const, reference: `{${definition.responseVariable}.${key}}`, target, used: target };
      }),
      { id: `integration ${id}`, name: definition.name, kind: 'Integration' as const, reference: '', target: { kind: 'integration' as const, id }, used: { kind: 'integration' as const, id } },
    ]),
    ...Object.values(intents).map(({ id, name }) => ({ id: `intent ${id}`, name, kind: 'Intent' as const, reference: '', target: { kind: 'intent' as const, id }, used: { kind: 'intent' as const, id } })),
    ...Object.values(entities).map(({ id, name }) => ({ id: `entity ${id}`, name, kind: 'Entity' as const, reference: `@${name}`, target: { kind: 'entity' as const, id }, used: { kind: 'entity' as const, id } })),
  ];
  return names.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.name.localeCompare(b.name));
}

const KINDS: readonly BotName['kind'][] = ['Bot variable', 'Slot', 'Response variable', 'Custom data field', 'Integration', 'Intent', 'Entity'];

function toNamed(target: { kind: 'variable' | 'slot'; name: string }, kind: 'Bot variable' | 'Slot', reference: string): BotName {
  return { id: `${target.kind} ${target.name}`, name: target.name, kind, reference, target, used: target };
}
