import { callApi } from '@/lib/client/call-api';
import type { DraftChange } from '@/lib/modules/draft/draft-change.schema';
import { changeDraft, getDraft, getDraftVersion } from '@/lib/modules/draft/draft.contract';

/** Browsers refuse larger requests that outlive their page. */
const LASTING_CHARACTERS_MAX = 30_000;

/** The calls by which one bot's draft is loaded, watched and saved. */
export function buildDraftPorts(botId: string) {
  const params = { botId };
  return {
    load: () => callApi(getDraft, { params }),
    readVersion: async () => (await callApi(getDraftVersion, { params })).version,
    // What is under way when the window closes still arrives.
    save: (changes: DraftChange[]) => callApi(changeDraft, { params, body: { changes } }, { keepalive: JSON.stringify(changes).length <= LASTING_CHARACTERS_MAX }),
  };
}
