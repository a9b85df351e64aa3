import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { JsonValue } from '@/lib/engine/json';
import type { Program } from '@/lib/engine/program/program.schema';
import { integrationDefinitionSchema, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import { describeFields, type FieldChange } from './describe-fields.rules';
import type { DraftSpot } from './problem.schema';
import { isSameJson } from './same-json.rules';

/** A bot as one of two that are compared. */
export interface ComparedBot {
  content: BotContent;
  integrations: readonly { id: string; definition: IntegrationDefinition }[];
}

/** One thing that differs between two bots. */
export interface BotDifference {
  kind: 'added' | 'removed' | 'changed';
  what: 'dialog' | 'interaction' | 'intent' | 'entity' | 'integration' | 'settings' | 'global-functions' | 'order-of-dialogs';
  /** Names the thing: `“Ask city” in “Orders”`. */
  title: string;
  /** Where it is now; where it was for something removed. */
  place: DraftSpot;
  /** What differs in it, for `changed`; empty where no words tell it, as between two dialogs of one name. For the others what it says. */
  fields: FieldChange[];
}

/** A release's bot, ready to be compared. */
export function toComparedBot(program: Program): ComparedBot {
  const integrations = Object.values(program.integrations).map(({ id, definition }) => ({ id, definition: integrationDefinitionSchema.parse(definition) }));
  return { content: program, integrations };
}

/** What differs between two bots, in the order of the newer one, what was removed last. Empty: they say the same. */
export function describeChanges(before: ComparedBot, after: ComparedBot): BotDifference[] {
  const names = listNames(before, after);
  const compare = comparer(names);
  return [
    ...compare('order-of-dialogs', { order: { title: 'Order of dialogs', place: {}, value: keepCommon(before.content.dialogIds, after.content.dialogIds) } }, { order: { title: 'Order of dialogs', place: {}, value: keepCommon(after.content.dialogIds, before.content.dialogIds) } }),
    ...compare('dialog', toDialogs(before.content, after.content), toDialogs(after.content, before.content)),
    ...compare('interaction', toInteractions(before.content), toInteractions(after.content)),
    ...compare('intent', toUnderstanding(before.content, 'intents'), toUnderstanding(after.content, 'intents')),
    ...compare('entity', toUnderstanding(before.content, 'entities'), toUnderstanding(after.content, 'entities')),
    ...compare('integration', toIntegrations(before), toIntegrations(after)),
    ...compare('global-functions', toParts(before.content).code, toParts(after.content).code),
    ...compare('settings', toParts(before.content).settings, toParts(after.content).settings),
  ];
}

/** Something with a title, by id. */
type Things = Record<string, { title: string; place: DraftSpot; value: unknown }>;

function comparer(names: ReadonlyMap<string, string>) {
  return (what: BotDifference['what'], before: Things, after: Things): BotDifference[] => {
    const toDifference = (id: string): BotDifference | null => {
      const [old, now] = [before[id], after[id]];
      const thing = now ?? old;
      if (!thing || isSameJson(old?.value, now?.value)) return null;
      // Everything in a content or a definition is JSON.
      const fields = describeFields(old?.value as JsonValue | undefined, now?.value as JsonValue | undefined, names);
      const kind = !old ? 'added' : !now ? 'removed' : 'changed';
      return { kind, what, title: thing.title, place: thing.place, fields: kind === 'changed' ? fields : fields.filter(isTelling) };
    };
    const ids = [...Object.keys(after), ...Object.keys(before).filter((id) => !Object.hasOwn(after, id))];
    return ids.flatMap((id) => toDifference(id) ?? []);
  };
}

/** What something new says, without what everything new says. */
function isTelling({ before, after }: FieldChange): boolean {
  return !/^(0|no|yes|next|any|)$/.test(before + after);
}

function keepCommon(ids: readonly string[], others: readonly string[]): string[] {
  return ids.filter((id) => others.includes(id));
}

/** Interactions that come or go are told by themselves; here only the order of the others counts. */
function toDialogs(content: BotContent, other: BotContent): Things {
  const entries = Object.values(content.dialogs).map((dialog) => {
    const interactionIds = keepCommon(dialog.interactionIds, other.dialogs[dialog.id]?.interactionIds ?? []);
    return [dialog.id, { title: `“${dialog.name}”`, place: { dialogId: dialog.id }, value: { ...dialog, interactionIds } }] as const;
  });
  return Object.fromEntries(entries);
}

function toInteractions(content: BotContent): Things {
  const dialogs = Object.values(content.dialogs);
  const entries = dialogs.flatMap((dialog) =>
    dialog.interactionIds.flatMap((id) => {
      const interaction = content.interactions[id];
      if (!interaction) return [];
      return [[id, { title: `“${interaction.name}” in “${dialog.name}”`, place: { dialogId: dialog.id, interactionId: id }, value: { dialog: dialog.id, ...interaction } }] as const];
    }),
  );
  return Object.fromEntries(entries);
}

function toUnderstanding(content: BotContent, collection: 'intents' | 'entities'): Things {
  const entries = Object.values(content[collection]).map((thing) => {
    const place = collection === 'intents' ? { intentId: thing.id } : { entityId: thing.id };
    return [thing.id, { title: `“${thing.name}”`, place, value: thing }] as const;
  });
  return Object.fromEntries(entries);
}

function toIntegrations({ integrations }: ComparedBot): Things {
  return Object.fromEntries(integrations.map(({ id, definition }) => [id, { title: `“${definition.name}”`, place: { integrationId: id }, value: definition }]));
}

function toParts({ settings, globalFunctions }: BotContent): { code: Things; settings: Things } {
  return {
    code: { code: { title: 'Global Functions', place: { field: 'globalFunctions' }, value: { globalFunctions } } },
    settings: { settings: { title: 'Bot settings', place: { field: 'settings' }, value: settings } },
  };
}

/** Names by id, the newer ones first. */
function listNames(before: ComparedBot, after: ComparedBot): Map<string, string> {
  const named = [before, after].flatMap(({ content, integrations }) => [
    ...[content.dialogs, content.interactions, content.intents, content.entities].flatMap((things) => Object.values(things)),
    ...integrations.map(({ id, definition }) => ({ id, name: definition.name })),
  ]);
  return new Map(named.map(({ id, name }) => [id, `“${name}”`]));
}
