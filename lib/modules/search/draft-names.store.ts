import { z } from 'zod';
import type { Database } from '@/lib/platform/db/open-database';

/** What of a bot's draft can be found. */
export interface DraftNames {
  botId: string;
  dialogs: { id: string; name: string }[];
  /** `text`: what a consumer reads, empty for what has none. */
  interactions: { id: string; dialogId: string; name: string; text: string }[];
}

/** The parts of a draft that are looked at; what is broken elsewhere must not keep anybody from finding things. */
const namedContentSchema = z.object({
  dialogs: z.record(z.string(), z.object({ id: z.string(), name: z.string(), interactionIds: z.array(z.string()).default([]) })).default({}),
  interactions: z.record(z.string(), z.object({ id: z.string(), name: z.string(), text: z.string().default('') })).default({}),
});

const KEPT_MAX = 200;
/** By draft and version: a draft can be megabytes, and a search runs while somebody types. */
const kept = new Map<string, DraftNames>();

/** The names in all drafts of a workspace. Drafts that didn't change are not read again. */
export async function readDraftNames(db: Database, workspaceId: string): Promise<DraftNames[]> {
  const drafts = await db.botDraft.findMany({ where: { workspaceId }, select: { botId: true, version: true }, orderBy: { updatedAt: 'desc' } });
  const toKey = (draft: { botId: string; version: number }) => `${draft.botId} ${draft.version}`;
  const unread = drafts.filter((draft) => !kept.has(toKey(draft))).map(({ botId }) => botId);
  const rows = unread.length === 0 ? [] : await db.botDraft.findMany({ where: { workspaceId, botId: { in: unread } }, select: { botId: true, version: true, content: true } });
  const read = new Map(rows.map((row) => [row.botId, toNames(row.botId, row.content)]));
  const names = drafts.flatMap((draft) => read.get(draft.botId) ?? kept.get(toKey(draft)) ?? []);
  for (const row of rows) keep(toKey(row), read.get(row.botId));
  return names;
}

function keep(key: string, names: DraftNames | undefined): void {
  if (!names) return;
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, names);
}

function toNames(botId: string, content: unknown): DraftNames {
  const { data } = namedContentSchema.safeParse(content);
  const dialogs = Object.values(data?.dialogs ?? {});
  const interactions = dialogs.flatMap((dialog) =>
    dialog.interactionIds.flatMap((id) => {
      const interaction = data?.interactions[id];
      return interaction ? [{ id, dialogId: dialog.id, name: interaction.name, text: interaction.text }] : [];
    }),
  );
  return { botId, dialogs: dialogs.map(({ id, name }) => ({ id, name })), interactions };
}
