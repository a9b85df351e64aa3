'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactNode } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { DraftAround } from '@/components/studio/draft/draft-around';
import { DraftContext, useDraftIfOpen, type DraftLoad } from '@/components/studio/draft/draft-context';
import { findDraftSession, openDraftSession } from '@/components/studio/draft/draft-sessions';
import { useDraftFollow } from '@/components/studio/draft/use-draft-follow';
import { useUndoKeys } from '@/components/studio/draft/use-undo-keys';
import { queryKeys } from '@/lib/client/query-keys';
import { useLoadedDraft } from '@/lib/client/use-draft';
import { useIntegrations } from '@/lib/client/use-integrations';

/**
 * The draft of the bot for all of its pages: loaded once, saved by itself, followed when others change it, undone by
 * Ctrl/⌘ Z. Pages that need it stand in a `DraftGate` and read it with `useDraft`; the others work without it.
 */
export function DraftProvider({ children }: { children: ReactNode }) {
  const bot = useCurrentBot();
  const found = findDraftSession(bot.id);
  const loaded = useLoadedDraft(bot.id, found === null);
  const session = useMemo(() => found ?? (loaded.data ? openDraftSession(bot.id, loaded.data) : null), [found, loaded.data, bot.id]);
  const { error, refetch } = loaded;
  const load = useMemo<DraftLoad>(() => {
    if (session) return { kind: 'open', session };
    return error ? { kind: 'failed', error, retry: () => void refetch() } : { kind: 'loading' };
  }, [session, error, refetch]);
  useDraftFollow(session);
  useFreshSurroundings(bot.id);
  return (
    <DraftContext value={load}>
      <UndoKeys />
      <DraftAround>{children}</DraftAround>
    </DraftContext>
  );
}

function UndoKeys() {
  useUndoKeys(useDraftIfOpen());
  return null;
}

/** What is known of integrations is asked for again when one was made, changed or deleted, or the bot got another environment. */
function useFreshSurroundings(botId: string): void {
  const queryClient = useQueryClient();
  const integrations = useIntegrations(botId).data;
  const { version } = useCurrentBot();
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.draftSurroundings(botId) });
  }, [queryClient, botId, integrations, version]);
}
