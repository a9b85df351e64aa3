import type { JsonObject, JsonValue } from '@/lib/engine/json';
import { programSchema, type Program } from '@/lib/engine/program/program.schema';
import type { Scenario } from './scenario.schema';

/** Code in a panel whose result stands in the scenario. */
const SCRIPTED = '/* see the scenario */';
const PANELS = { pre: 'preProcess', post: 'postProcess', process: 'processUserResponse' } as const;

/** The program that a scenario's short form stands for. */
export function buildScenarioProgram({ bot, scripts }: Scenario): Program {
  const interactions = bot.dialogs.flatMap((dialog) => toList(dialog.interactions)).map((interaction) => expandInteraction(interaction, scripts));
  return programSchema.parse({
    botId: 'bot-1',
    releaseNumber: bot.releaseNumber,
    settings: bot.settings,
    globalFunctions: bot.globalFunctions || ('init' in scripts ? `function __initConversation() { ${SCRIPTED} }` : ''),
    dialogIds: bot.dialogs.map(({ name }) => name),
    dialogs: byId(bot.dialogs.map(expandDialog)),
    interactions: byId(interactions),
    intents: byId(bot.intents.map((intent) => ({ id: intent.name, ...intent }))),
    entities: byId(bot.entities.map(({ name, values, expression = '' }) => ({ id: name, name, definition: values ? { kind: 'value-set', values } : { kind: 'regular-expression', expression } }))),
    integrations: byId(bot.integrations.map(({ name, fields }) => ({ id: name, name, responseVariable: name, fieldKeys: fields, definition: {} }))),
  });
}

function byId<T extends { id?: unknown }>(things: readonly T[]): Record<string, T> {
  return Object.fromEntries(things.map((thing) => [String(thing.id), thing]));
}

function toList(value: JsonValue | undefined): JsonObject[] {
  return (Array.isArray(value) ? value : []) as JsonObject[]; // The program's schema judges them.
}

function expandDialog({ interactions, patterns, excludeKeywords, intentId, ...dialog }: JsonObject): JsonObject {
  const starter = { ...(patterns && { patterns }), ...(excludeKeywords && { excludeKeywords }), ...(intentId && { intentId }) };
  return { id: dialog.name ?? '', starter, interactionIds: toList(interactions).map(({ name }) => name ?? ''), ...dialog };
}

function expandInteraction(interaction: JsonObject, scripts: Scenario['scripts']): JsonObject {
  const name = String(interaction.name);
  const panels = Object.entries(PANELS).filter(([panel]) => `${name}/${panel}` in scripts);
  return {
    id: name,
    ...interaction,
    ...Object.fromEntries(panels.map(([, key]) => [key, SCRIPTED])),
    ...(interaction.next !== undefined && { next: expandNext(interaction.next) }),
    ...(interaction.rules !== undefined && { rules: toList(interaction.rules).map((rule, index) => expandRule(rule, `${name}/${index + 1}`)) }),
    ...(interaction.choices !== undefined && { choices: expandChoices(interaction.choices) }),
    ...(interaction.buttons !== undefined && { buttons: expandButtons(interaction.buttons) }),
    ...(interaction.tiles !== undefined && { tiles: toList(interaction.tiles).map((tile, index) => ({ id: `tile-${index + 1}`, ...tile, ...(tile.buttons !== undefined && { buttons: expandButtons(tile.buttons) }) })) }),
    ...(interaction.set !== undefined && { assignments: expandAssignments(interaction.set) }),
  };
}

function expandNext(next: JsonValue): JsonValue {
  if (typeof next !== 'string') return next;
  if (next.startsWith('interaction:')) return { kind: 'interaction', interactionId: next.slice('interaction:'.length) };
  if (next.startsWith('dialog:')) return { kind: 'dialog', dialogId: next.slice('dialog:'.length) };
  return { kind: next };
}

function expandRule({ if: condition, vars, set, slot, then, ...rule }: JsonObject, id: string): JsonObject {
  return {
    id,
    ...(condition !== undefined && { conditions: Array.isArray(condition) ? condition : [condition] }),
    ...(vars !== undefined && { variableConditions: vars }),
    ...(set !== undefined && { assignments: expandAssignments(set) }),
    ...(slot !== undefined && { slots: [slot] }),
    ...(then !== undefined && { next: expandNext(then) }),
    ...rule,
  };
}

function expandAssignments(set: JsonValue): JsonObject[] {
  return Object.entries(set as JsonObject).map(([name, value]): JsonObject => (typeof value === 'string' ? { name, value } : { name, ...(value as JsonObject) })); // The program's schema judges them.
}

function expandChoices(choices: JsonValue): JsonValue[] {
  return toList(choices).map((choice, index) => ({ id: `choice-${index + 1}`, ...(typeof choice === 'string' ? { label: choice } : choice) }));
}

function expandButtons(buttons: JsonValue): JsonValue[] {
  return toList(buttons).map((button, index) => ({ id: `button-${index + 1}`, action: { kind: 'postback' }, ...(typeof button === 'string' ? { label: button } : button) }));
}
