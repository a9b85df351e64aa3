import { z } from 'zod';

import { integrationDraftSchema } from '@/components/studio/designer/draft/integration-draft';

const keptDraftSchema = z.object({
  integrationId: z.string(),
  /** The version that the changes were made from; 0 for an integration that was never saved. */
  version: z.number(),
  draft: integrationDraftSchema,
  testValues: z.record(z.string(), z.string()),
});

/** Unsaved changes as the browser tab remembers them over a reload. */
export type KeptDraft = z.infer<typeof keptDraftSchema>;

/** Under which a bot's integration, or (with null) the one that is new, keeps its unsaved changes. */
export function toDraftKey(botId: string, integrationId: string | null): string {
  return `parley.draft.${botId}.${integrationId ?? 'new'}`;
}

/** The unsaved changes kept under the key; null when there are none or they can't be read. */
export function readKeptDraft(key: string): KeptDraft | null {
  try {
    const parsed = keptDraftSchema.safeParse(JSON.parse(window.sessionStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps unsaved changes until the tab is closed; a full or forbidden memory is no reason to disturb anyone. */
export function keepDraft(key: string, kept: KeptDraft): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    return;
  }
}

/** Forgets unsaved changes, because they were saved or given up. */
export function forgetDraft(key: string): void {
  try {
    window.sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
