import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { listLinks, type LinkTarget } from './bot-link.rules';
import { changeTexts } from './change-texts.rules';
import type { DraftClipboard } from './clipboard.schema';
import { copyOut } from './copy-out.rules';
import type { DraftIntegration } from './draft.contract';
import { listMentions } from './mention.rules';
import { setAtPath } from './set-at-path.rules';

/** Where and with what. */
export interface PastePlace {
  /** Interactions go into this dialog; dialogs after it. */
  dialogId: string;
  /** Interactions go after this one; null: first. */
  afterId: string | null;
  integrations: readonly DraftIntegration[];
  newId: () => string;
}

/** The bot with what was pasted, and its new ids in order. */
export interface Pasted {
  content: BotContent;
  dialogIds: string[];
  interactionIds: string[];
}

/**
 * Puts copies into a bot, this one or another: ids are new, names are made free with `_copy`, and what was copied together leads to each
 * other as before, in scripts too. Integrations are found again by their response data variable, intents and entities by their names or
 * brought along. What leads outside and isn't there leads nowhere; the problems say so.
 */
export function pasteIn(content: BotContent, clipboard: DraftClipboard, place: PastePlace): Pasted {
  const { dialogs, interactions } = clipboard;
  const newIdById = new Map([...dialogs, ...interactions].map(({ id }) => [id, place.newId()]));
  const toNewId = (id: string) => newIdById.get(id) ?? id;
  const interactionNames = freeNames(interactions, content.interactions);
  const dialogNames = freeNames(dialogs, content.dialogs);
  const understanding = bringUnderstanding(content, clipboard);
  const copies = interactions.map((interaction): Interaction => {
    const copy = { ...interaction, id: toNewId(interaction.id), name: interactionNames.get(interaction.name) ?? interaction.name };
    return 'rules' in copy ? { ...copy, rules: copy.rules.map((rule) => ({ ...rule, id: place.newId() })) } : copy;
  });
  const dialogCopies = dialogs.map((dialog) => ({ ...dialog, id: toNewId(dialog.id), name: dialogNames.get(dialog.name) ?? dialog.name, interactionIds: dialog.interactionIds.filter((id) => newIdById.has(id)).map(toNewId) }));
  const inserted: BotContent = {
    ...content,
    ...understanding.collections,
    interactions: { ...content.interactions, ...Object.fromEntries(copies.map((copy) => [copy.id, copy])) },
    dialogs: { ...content.dialogs, ...Object.fromEntries(dialogCopies.map((copy) => [copy.id, copy])) },
    dialogIds: insertAfter(content.dialogIds, place.dialogId, dialogCopies.map(({ id }) => id)),
  };
  const interactionIds = copies.map(({ id }) => id);
  const placed = dialogs.length > 0 ? inserted : placeInteractions(inserted, place, interactionIds);
  const toTarget = (target: LinkTarget) => findTarget(target, { toNewId, understanding, clipboard, place });
  const pastedIds = { interactions: new Set(interactionIds), dialogs: new Set(dialogCopies.map(({ id }) => id)) };
  const linked = withLinks(placed, pastedIds, toTarget);
  return { content: withTriggers(linked, pastedIds.interactions, { names: interactionNames, place }), dialogIds: [...pastedIds.dialogs], interactionIds };
}

/** Copies of interactions of one dialog, put after the last of them. */
export function duplicateInteractions(content: BotContent, interactionIds: readonly string[], { dialogId, integrations, newId }: Omit<PastePlace, 'afterId'>): Pasted {
  const order = content.dialogs[dialogId]?.interactionIds ?? [];
  const afterId = order.findLast((id) => interactionIds.includes(id)) ?? null;
  return pasteIn(content, copyOut(content, integrations, { interactionIds }), { dialogId, afterId, integrations, newId });
}

/** New names by old ones, for those that are taken. Source: conversation-builder reference, section 6.2. */
function freeNames(things: readonly { name: string }[], present: Readonly<Record<string, { name: string }>>): Map<string, string> {
  const taken = new Set(Object.values(present).map(({ name }) => name.toLowerCase()));
  return new Map(
    things.map(({ name }) => {
      let free = name;
      for (let number = 1; taken.has(free.toLowerCase()); number += 1) free = `${name.slice(0, 190)}_copy${number === 1 ? '' : number}`;
      taken.add(free.toLowerCase());
      return [name, free];
    }),
  );
}

interface Understanding {
  collections: Pick<BotContent, 'intents' | 'entities'>;
  idById: Map<string, string>;
}

/** Intents and entities that the bot lacks are added; those of the same name stand for them. */
function bringUnderstanding(content: BotContent, { intents, entities }: DraftClipboard): Understanding {
  const idById = new Map<string, string>();
  const bring = <Thing extends { id: string; name: string }>(present: Record<string, Thing>, things: readonly Thing[]) => {
    const result = { ...present };
    for (const thing of things) {
      if (Object.hasOwn(result, thing.id)) continue;
      const same = Object.values(result).find(({ name }) => name.toLowerCase() === thing.name.toLowerCase());
      if (same) idById.set(thing.id, same.id);
      else result[thing.id] = thing;
    }
    return result;
  };
  return { collections: { intents: bring(content.intents, intents), entities: bring(content.entities, entities) }, idById };
}

interface TargetContext {
  toNewId(id: string): string;
  understanding: Understanding;
  clipboard: DraftClipboard;
  place: PastePlace;
}

function findTarget(target: LinkTarget, { toNewId, understanding, clipboard, place }: TargetContext): string | null {
  switch (target.kind) {
    case 'interaction':
    case 'dialog':
      return toNewId(target.id);
    case 'intent':
    case 'entity':
      return understanding.idById.get(target.id) ?? target.id;
    case 'integration': {
      if (place.integrations.some(({ id }) => id === target.id)) return target.id;
      const variable = clipboard.integrations.find(({ id }) => id === target.id)?.responseVariable;
      return place.integrations.find(({ definition }) => definition.responseVariable === variable)?.id ?? target.id;
    }
    case 'field':
      return null;
  }
}

interface PastedIds {
  interactions: ReadonlySet<string>;
  dialogs: ReadonlySet<string>;
}

function withLinks(content: BotContent, pasted: PastedIds, toTarget: (target: LinkTarget) => string | null): BotContent {
  return listLinks(content).reduce((changed, { target, path, spot }) => {
    const isPasted = spot.interactionId === undefined ? pasted.dialogs.has(spot.dialogId ?? '') : pasted.interactions.has(spot.interactionId);
    const id = isPasted ? toTarget(target) : null;
    return id === null || !('id' in target) || id === target.id ? changed : setAtPath(changed, path, id);
  }, content);
}

/** Scripts of copies go to copies. */
function withTriggers(content: BotContent, pastedIds: ReadonlySet<string>, { names, place }: { names: ReadonlyMap<string, string>; place: PastePlace }): BotContent {
  const mentions = listMentions(content, place.integrations).filter(({ subject, text }) => subject.kind === 'interaction-name' && pastedIds.has(text.spot.interactionId ?? ''));
  const edits = mentions.map((mention) => ({ ...mention, replacement: names.get(mention.subject.name) ?? mention.subject.name }));
  return changeTexts(content, [], edits).content;
}

function placeInteractions(content: BotContent, { dialogId, afterId }: PastePlace, ids: readonly string[]): BotContent {
  const dialog = content.dialogs[dialogId];
  if (!dialog) return content;
  const interactionIds = afterId === null ? [...ids, ...dialog.interactionIds] : insertAfter(dialog.interactionIds, afterId, ids);
  return { ...content, dialogs: { ...content.dialogs, [dialogId]: { ...dialog, interactionIds } } };
}

function insertAfter(list: readonly string[], id: string, added: readonly string[]): string[] {
  const index = list.indexOf(id);
  return list.toSpliced(index === -1 ? list.length : index + 1, 0, ...added);
}
