import { Fault } from '@/lib/engine/fault';
import { applyChanges, readPlace } from './apply-changes.rules';
import type { DraftChange } from './draft-change.schema';
import type { DraftVersion } from './draft.contract';
import type { draftStore } from './draft.store';
import { parseChanges } from './parse-changes.rules';
import { isSameJson } from './same-json.rules';

/** Stored content larger than this is refused: every change reads and writes all of it. */
const CONTENT_CHARACTERS_MAX = 10 * 1024 * 1024;
/** Changes of other places that may come between reading and writing. */
const ATTEMPTS_MAX = 20;

/**
 * Changes places of a draft, each only if it still is as it was, all or none. Idempotent: a place that is already as it is to be counts as changed.
 * @throws Fault `bot/not-found`, `draft/invalid`, `draft/too-large`; `draft/changed-meanwhile` with `conflicts` (`place`, `current`) and `version`
 */
export async function changeDraft(deps: { drafts: ReturnType<typeof draftStore> }, botId: string, changes: readonly DraftChange[]): Promise<DraftVersion> {
  const wanted = parseChanges(changes);
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const { content, version, updatedAt } = await deps.drafts.get(botId);
    const open = wanted.filter(({ place, after }) => !isSameJson(readPlace(content, place), after));
    const conflicts = open.map(({ place, before }) => ({ place, before, current: readPlace(content, place) })).filter(({ before, current }) => !isSameJson(before, current));
    if (conflicts.length > 0) throw changedMeanwhile(conflicts.map(({ place, current }) => ({ place, current })), version);
    if (open.length === 0) return { version, updatedAt };
    const changed = applyChanges(content, open);
    assertSize(changed);
    const saved = await deps.drafts.save(botId, version, changed);
    if (saved) return saved;
  }
  throw new Fault('conflict', 'draft/changed-meanwhile', 'This draft is being changed by others all the time. Try again.', {
    extra: { conflicts: [], version: await deps.drafts.getVersion(botId) },
  });
}

function changedMeanwhile(conflicts: Pick<DraftChange, 'place'>[], version: number): Fault {
  return new Fault('conflict', 'draft/changed-meanwhile', 'Somebody else changed the same place of this bot since you loaded it. Look at their version, then decide which one stays.', {
    extra: { conflicts, version },
  });
}

function assertSize(content: object): void {
  const characters = JSON.stringify(content).length;
  if (characters <= CONTENT_CHARACTERS_MAX) return;
  throw new Fault('invalid', 'draft/too-large', `This bot would have ${characters.toLocaleString('en')} characters; at most ${CONTENT_CHARACTERS_MAX.toLocaleString('en')} are possible. Remove something, or divide it into two bots.`);
}
