'use client';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { useDraft } from '@/components/studio/draft/draft-context';
import { notify } from '@/components/ui/toaster';
import { callApi } from '@/lib/client/call-api';
import { useRestoreRelease } from '@/lib/client/use-releases';
import { useSaveIntegrations } from '@/lib/client/use-save-integrations';
import { getDraftSurroundings, type DraftIntegration } from '@/lib/modules/draft/draft.contract';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Makes the draft what a release was, with an undo in the toast. Integrations that the release brought back stay even then. */
export function useRestore(): (release: ReleaseSummary) => Promise<void> {
  const bot = useCurrentBot();
  const draft = useDraft();
  const restore = useRestoreRelease(bot.id);
  const saveIntegrations = useSaveIntegrations(bot.id);
  return async (release) => {
    await draft.flush();
    const { content } = draft;
    const old = (await callApi(getDraftSurroundings, { params: { botId: bot.id } })).integrations;
    const { integrations } = await restore.mutateAsync(release.id);
    await draft.follow();
    const takeBack = async () => {
      const now = (await callApi(getDraftSurroundings, { params: { botId: bot.id } })).integrations;
      await saveIntegrations(listOld(old, now), now);
      draft.change(`Take back the restored release ${release.number}`, () => content);
    };
    notify.undo(describe(release, integrations), () => void takeBack().catch((error: Error) => notify.error('The restored release stays', error.message)));
  };
}

/** The integrations as they were, to be saved over what they are. */
function listOld(old: readonly DraftIntegration[], now: readonly DraftIntegration[]): DraftIntegration[] {
  return now.flatMap(({ id, version, definition }) => {
    const before = old.find((integration) => integration.id === id);
    return before && !isSameJson(before.definition, definition) ? [{ id, version, definition: before.definition }] : [];
  });
}

type Restored = { changed: string[]; created: string[]; withoutCredential: string[] };

function describe({ number }: ReleaseSummary, { changed, created, withoutCredential }: Restored): string {
  const count = changed.length + created.length;
  const followed = count === 0 ? '' : ` ${count === 1 ? 'One integration' : `${count} integrations`} went back with it.`;
  const missing = withoutCredential.length === 0 ? '' : ` Choose a credential for ${withoutCredential.join(', ')}: theirs was deleted.`;
  return `The draft is release ${number} again.${followed}${missing}`;
}
