import { callApi } from '@/lib/client/call-api';
import type { DraftChange } from '@/lib/modules/draft/draft-change.schema';
import { changeDraft, getDraft, getDraftVersion } from '@/lib/modules/draft/draft.contract';

/** Browsers refuse larger requests that outlive their page. */
const LAST_CHARACTERS_MAX = 60_000;

/** The calls by which one bot's draft is loaded, watched and saved. */
export function buildDraftPorts(botId: string) {
  const params = { botId };
  return {
    load: () => callApi(getDraft, { params }),
    readVersion: async () => (await callApi(getDraftVersion, { params })).version,
    save: (changes: DraftChange[], isLast: boolean) =>
      callApi(changeDraft, { params, body: { changes } }, { keepalive: isLast && JSON.stringify(changes).length <= LAST_CHARACTERS_MAX }),
  };
}
