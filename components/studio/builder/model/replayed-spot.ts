import type { BuilderSpot } from '@/components/studio/builder/builder-href';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftChange } from '@/lib/modules/draft/draft-change.schema';

/** Where changes show in the builder: at the last interaction that is there, else at a dialog; null where the builder doesn't show them. */
export function findReplayedSpot({ dialogs, interactions }: BotContent, changes: readonly DraftChange[]): BuilderSpot | null {
  const changedIds = (part: 'interactions' | 'dialogs') => changes.flatMap(({ place }) => (place[0] === part && place[1] !== undefined ? [place[1]] : []));
  const interactionId = changedIds('interactions').findLast((id) => id in interactions);
  const home = Object.values(dialogs).find((dialog) => interactionId !== undefined && dialog.interactionIds.includes(interactionId));
  if (home) return { dialogId: home.id, interactionId };
  const dialogId = changedIds('dialogs').findLast((id) => id in dialogs);
  return dialogId === undefined ? null : { dialogId };
}
