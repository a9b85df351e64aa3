import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { customDataFieldSchema, responseVariableSchema } from '@/lib/modules/integration/integration.schema';
import { analyzeScript } from './analyze-script.rules';
import { listBotTexts, type BotText } from './bot-text.rules';
import { listLinks } from './bot-link.rules';
import { changeTexts, type EditedBot, type TextEdit } from './change-texts.rules';
import type { DraftIntegration } from './draft.contract';
import { toMentionTest, type DraftTarget } from './list-uses.rules';
import { listMentions, type Mention } from './mention.rules';
import type { DraftSpot } from './problem.schema';
import { setAtPath } from './set-at-path.rules';

/** What can be renamed. An integration has two names: the one in lists, and its response data variable. */
export type RenameTarget =
  | { kind: 'dialog' | 'interaction' | 'intent' | 'entity' | 'integration' | 'response-variable'; id: string }
  | { kind: 'field'; integrationId: string; key: string }
  | { kind: 'variable' | 'slot'; name: string };

/** The bot under the new name, to be looked at and then kept, or why it can't be. */
export type Renaming = ({ kind: 'renamed'; skippedScripts: DraftSpot[] } & EditedBot) | { kind: 'refused'; message: string };

/**
 * Renames something, and everything that names it follows: templates, rules, conditions, scripts by their syntax tree.
 * `skippedScripts` are those that can't be parsed and seem to hold the old name; they stay as they are.
 */
export function renameTarget(content: BotContent, integrations: readonly DraftIntegration[], { target, newName }: { target: RenameTarget; newName: string }): Renaming {
  const name = newName.trim();
  const oldName = findOldName(content, integrations, target);
  if (oldName === null) return { kind: 'refused', message: 'This is not there any more. It may have been deleted.' };
  if (name === oldName) return { kind: 'refused', message: 'This is its name already.' };
  const texts = listBotTexts(content, integrations);
  const mentions = listMentions(content, integrations, texts);
  const problem = findNameProblem(content, integrations, { target, name, mentions });
  if (problem !== null) return { kind: 'refused', message: problem };
  const used = toUsedTarget(target);
  const isMeant = used ? toMentionTest(content, integrations, used) : () => false;
  const edits = mentions.filter(({ subject }) => isMeant(subject)).map((mention): TextEdit => ({ ...mention, replacement: toReplacement(mention, name) }));
  const edited = changeTexts(content, integrations, [...edits, ...listOwnNameEdits(texts, target, name)]);
  const skippedScripts = texts.filter(({ kind, text }) => kind === 'script' && text.includes(oldName) && !analyzeScript(text).isParsed).map(({ spot }) => spot);
  return { kind: 'renamed', skippedScripts, ...withUntextedNames(edited, { target, name, integrations }) };
}

/** What texts name when they name the target; null: they never do. Texts name an integration by its variable. */
function toUsedTarget(target: RenameTarget): DraftTarget | null {
  switch (target.kind) {
    case 'response-variable':
      return { kind: 'integration', id: target.id };
    case 'integration':
      return null;
    case 'dialog':
    case 'interaction':
    case 'intent':
    case 'entity':
      return { kind: target.kind, id: target.id };
    default:
      return target;
  }
}

function findOldName(content: BotContent, integrations: readonly DraftIntegration[], target: RenameTarget): string | null {
  const definition = (id: string) => integrations.find((integration) => integration.id === id)?.definition;
  switch (target.kind) {
    case 'dialog':
      return content.dialogs[target.id]?.name ?? null;
    case 'interaction':
      return content.interactions[target.id]?.name ?? null;
    case 'intent':
      return content.intents[target.id]?.name ?? null;
    case 'entity':
      return content.entities[target.id]?.name ?? null;
    case 'integration':
      return definition(target.id)?.name ?? null;
    case 'response-variable':
      return definition(target.id)?.responseVariable ?? null;
    case 'field':
      return definition(target.integrationId)?.customDataFields.find(({ key }) => key === target.key)?.key ?? null;
    case 'variable':
    case 'slot':
      return target.name;
  }
}

interface Wish {
  target: RenameTarget;
  name: string;
  mentions: readonly Mention[];
}

function findNameProblem(content: BotContent, integrations: readonly DraftIntegration[], { target, name, mentions }: Wish): string | null {
  if (name === '') return 'Enter a name.';
  const isTaken = (names: readonly string[]) => (names.some((other) => other.trim().toLowerCase() === name.toLowerCase()) ? `“${name}” is taken. Choose another name.` : null);
  const others = <Thing extends { id: string; name: string }>(things: Record<string, Thing>, id: string) => Object.values(things).filter((thing) => thing.id !== id).map((thing) => thing.name);
  const definitions = (id: string) => integrations.filter((integration) => integration.id !== id).map(({ definition }) => definition);
  switch (target.kind) {
    case 'dialog':
      return isTaken(others(content.dialogs, target.id));
    case 'interaction':
      return isTaken(others(content.interactions, target.id));
    case 'intent':
      return isTaken(others(content.intents, target.id));
    case 'entity':
      return /^[\p{L}\p{N}_-]+$/u.test(name) ? isTaken(others(content.entities, target.id)) : 'Use letters, digits, _ and - only.';
    case 'integration':
      return isTaken(definitions(target.id).map((definition) => definition.name));
    case 'response-variable':
      return firstIssue(responseVariableSchema.safeParse(name)) ?? (definitions(target.id).some(({ responseVariable }) => responseVariable === name) ? `“${name}” is taken. Choose another name.` : null);
    case 'field': {
      const keys = integrations.find(({ id }) => id === target.integrationId)?.definition.customDataFields.map(({ key }) => key) ?? [];
      const shapeProblem = firstIssue(customDataFieldSchema.shape.key.safeParse(name)) ?? (/["'\\]/.test(name) ? 'Use no quotes and no backslashes.' : null);
      return shapeProblem ?? (keys.includes(name) ? `“${name}” is taken. Choose another name.` : null);
    }
    case 'variable':
    case 'slot':
      if (!/^[^{}\s"'\\]+$/.test(name) || name.startsWith('slot.')) return 'Use no blanks, braces, quotes or backslashes, and don’t begin with “slot.”.';
      return mentions.some(({ subject }) => subject.kind === target.kind && subject.name === name) ? `“${name}” is in use already; both would become one. Choose another name.` : null;
  }
}

function firstIssue(parsed: { success: boolean; error?: { issues: { message: string }[] } | undefined }): string | null {
  return parsed.success ? null : (parsed.error?.issues[0]?.message ?? 'This name can’t be used.');
}

/** In a string of a script, what would end the string is escaped. */
function toReplacement({ quote }: Mention, name: string): string {
  return quote === null ? name : name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
}

/** The names of things with ids stand in their own texts. */
function listOwnNameEdits(texts: readonly BotText[], target: RenameTarget, replacement: string): TextEdit[] {
  const isOwn = ({ spot, path, text }: BotText): boolean => {
    const member = path.at(-1);
    switch (target.kind) {
      case 'dialog':
        return spot.dialogId === target.id && spot.interactionId === undefined && spot.field === 'name';
      case 'interaction':
        return spot.interactionId === target.id && spot.ruleId === undefined && spot.field === 'name';
      case 'intent':
        return spot.intentId === target.id && spot.field === 'name';
      case 'entity':
        return spot.entityId === target.id && spot.field === 'name';
      case 'integration':
        return spot.integrationId === target.id && spot.field === 'name';
      case 'field':
        return spot.integrationId === target.integrationId && path[0] === 'customDataFields' && member === 'key' && text === target.key;
      default:
        return false;
    }
  };
  return texts.filter(isOwn).map((text) => ({ text, start: 0, end: text.text.length, replacement }));
}

/** Names that are no texts of a form: an integration's response data variable, and the field that a condition on results names. */
function withUntextedNames(edited: EditedBot, { target, name, integrations }: { target: RenameTarget; name: string; integrations: readonly DraftIntegration[] }): EditedBot {
  if (target.kind === 'response-variable') {
    const integration = edited.integrations.find(({ id }) => id === target.id) ?? integrations.find(({ id }) => id === target.id);
    if (!integration) return edited;
    const renamed = { ...integration, definition: { ...integration.definition, responseVariable: name } };
    const change = { place: { integrationId: target.id, field: 'responseVariable' }, owner: `Integration “${integration.definition.name}”`, label: 'Response data variable', before: integration.definition.responseVariable, after: name };
    return { ...edited, integrations: [...edited.integrations.filter(({ id }) => id !== target.id), renamed], changes: [change, ...edited.changes] };
  }
  if (target.kind !== 'field') return edited;
  return listLinks(edited.content).reduce((bot, link): EditedBot => {
    if (link.target.kind !== 'field' || link.target.integrationId !== target.integrationId || link.target.key !== target.key) return bot;
    const change = { place: link.spot, owner: link.owner, label: link.label, before: target.key, after: name };
    return { ...bot, content: setAtPath(bot.content, link.path, name), changes: [...bot.changes, change] };
  }, edited);
}
