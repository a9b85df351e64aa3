import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { EditedBot } from '@/lib/modules/draft/change-texts.rules';
import type { DraftIntegration } from '@/lib/modules/draft/draft.contract';
import { renameTarget, type RenameTarget } from '@/lib/modules/draft/rename-target.rules';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** A name that an integration gives, as it was and as it was saved. */
export interface SavedRename {
  kind: 'response-variable' | 'field';
  from: string;
  to: string;
}

/** Which names changed with a save: the response variable, and fields that keep their path but have another key. */
export function findRenames(before: IntegrationDefinition, saved: IntegrationDefinition): SavedRename[] {
  const [oldKeys, newKeys] = [before, saved].map(({ customDataFields }) => new Set(customDataFields.map(({ key }) => key)));
  const variable: SavedRename[] = before.responseVariable === saved.responseVariable ? [] : [{ kind: 'response-variable', from: before.responseVariable, to: saved.responseVariable }];
  const fields = before.customDataFields.flatMap(({ key, path }): SavedRename[] => {
    if (newKeys?.has(key)) return [];
    const found = saved.customDataFields.find((field) => !oldKeys?.has(field.key) && toPathTail(field.path) === toPathTail(path));
    return found ? [{ kind: 'field', from: key, to: found.key }] : [];
  });
  return [...variable, ...fields];
}

/** Paths follow the response variable: `{$.api_OLD.a}` and `{$.api_NEW.a}` are the same place. */
function toPathTail(path: string): string {
  return path.replace(/\$\.api_[\p{L}\p{N}_$]+/u, '$');
}

/** The bot after an integration's new names were saved, of which the rest of the bot knows nothing yet. */
export interface SavedIntegration {
  before: IntegrationDefinition;
  saved: DraftIntegration;
}

/** What has to change so that the rest of the bot uses the new names; null when nothing names the old ones. */
export function followRenames(content: BotContent, integrations: readonly DraftIntegration[], { before, saved }: SavedIntegration): EditedBot | null {
  const renames = findRenames(before, saved.definition);
  // As if nothing had been renamed yet; everything else as it was saved.
  const keyByNew = new Map(renames.flatMap(({ kind, from, to }) => (kind === 'field' ? [[to, from] as const] : [])));
  const customDataFields = saved.definition.customDataFields.map((field) => ({ ...field, key: keyByNew.get(field.key) ?? field.key }));
  const start = { ...saved, definition: { ...saved.definition, responseVariable: before.responseVariable, customDataFields } };
  let bot: EditedBot = { content, integrations: integrations.map((integration) => (integration.id === saved.id ? start : integration)), changes: [] };
  for (const { kind, from, to } of [...renames].reverse()) {
    const target: RenameTarget = kind === 'field' ? { kind, integrationId: saved.id, key: from } : { kind, id: saved.id };
    const renaming = renameTarget(bot.content, bot.integrations, { target, newName: to });
    if (renaming.kind === 'refused') return null;
    const changed = new Map(renaming.integrations.map((integration) => [integration.id, integration]));
    bot = { content: renaming.content, integrations: bot.integrations.map((integration) => changed.get(integration.id) ?? integration), changes: [...bot.changes, ...renaming.changes] };
  }
  const isOwnName = ({ place }: EditedBot['changes'][number]) => place.integrationId === saved.id && (place.field === 'responseVariable' || place.field?.startsWith('customDataFields') === true);
  const changes = bot.changes.filter((change) => !isOwnName(change));
  const old = new Map([...integrations, saved].map((integration) => [integration.id, integration.definition]));
  const differing = bot.integrations.filter(({ id, definition }) => !isSameJson(definition, old.get(id) ?? null));
  return changes.length === 0 ? null : { content: bot.content, integrations: differing, changes };
}
