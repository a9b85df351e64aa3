'use client';

import { useContext } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { DraftContext } from '@/components/studio/draft/draft-context';
import { notify } from '@/components/ui/toaster';
import { usePublishRelease } from '@/lib/client/use-releases';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** Publishes the draft as it is on screen: saves it first, and refuses when that did not work. */
export function usePublish(): (note: string) => Promise<ReleaseSummary> {
  const bot = useCurrentBot();
  const load = useContext(DraftContext);
  const { mutateAsync } = usePublishRelease(bot.id);
  return async (note) => {
    if (load.kind !== 'open') throw new Error('The draft is not loaded yet. Wait a moment and try again.');
    await load.session.flush();
    const { version, saveState } = load.session.snapshot();
    if (saveState !== 'saved') throw new Error('Your latest changes are not saved, so they can’t be published. Look at the saving sign in the header, then try again.');
    const release = await mutateAsync({ note, draftVersion: version });
    notify.success(`Published release ${release.number}`, 'It is live: new conversations begin on it.');
    return release;
  };
}
