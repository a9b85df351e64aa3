import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { applyChanges, readPlace } from '@/lib/modules/draft/apply-changes.rules';
import { diffContent } from '@/lib/modules/draft/diff-content.rules';
import type { DraftPlace } from '@/lib/modules/draft/draft-change.schema';
import { mergeEntity } from '@/lib/modules/draft/merge-entity.rules';

/** Own changes put on top of others'. */
export interface RebasedContent {
  content: BotContent;
  /** Places where both changed the same thing differently; the content has one's own version there. */
  conflicts: DraftPlace[];
}

/** Puts what was changed from `base` to `mine` on top of `theirs`, place by place and member by member. */
export function rebaseContent({ base, mine, theirs }: { base: BotContent; mine: BotContent; theirs: BotContent }): RebasedContent {
  const conflicts: DraftPlace[] = [];
  const changes = diffContent(base, mine).map(({ place, before, after }) => {
    const current = readPlace(theirs, place);
    const { merged, conflicts: clashes } = mergeEntity(before, after, current);
    if (clashes.length > 0) conflicts.push(place);
    return { place, before: current, after: merged };
  });
  return { content: applyChanges(theirs, changes), conflicts };
}

/**
 * Makes sure that a dialog or interaction stands somewhere: where another person took it out of its list, it goes back to
 * where `ancestor` had it, together with its dialog.
 */
export function ensureListed(content: BotContent, place: DraftPlace, ancestor: BotContent): BotContent {
  const [collection, id] = place;
  if (id === undefined || readPlace(content, place) === null) return content;
  if (collection === 'dialogs') return content.dialogIds.includes(id) ? content : { ...content, dialogIds: insertAsBefore(content.dialogIds, id, ancestor.dialogIds) };
  if (collection !== 'interactions') return content;
  if (Object.values(content.dialogs).some((dialog) => dialog.interactionIds.includes(id))) return content;
  const home = Object.values(ancestor.dialogs).find((dialog) => dialog.interactionIds.includes(id));
  if (!home) return content;
  const dialog = content.dialogs[home.id] ?? { ...home, interactionIds: [] };
  const interactionIds = insertAsBefore(dialog.interactionIds, id, home.interactionIds);
  const placed = { ...content, dialogs: { ...content.dialogs, [home.id]: { ...dialog, interactionIds } } };
  return ensureListed(placed, ['dialogs', home.id], ancestor);
}

function insertAsBefore(ids: readonly string[], id: string, formerIds: readonly string[]): string[] {
  const previous = formerIds.slice(0, formerIds.indexOf(id)).findLast((former) => ids.includes(former));
  const index = previous === undefined ? 0 : ids.indexOf(previous) + 1;
  return ids.toSpliced(index, 0, id);
}
