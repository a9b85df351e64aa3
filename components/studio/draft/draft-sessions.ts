import { createDraftSession, type DraftSession } from '@/components/studio/draft/draft-session';
import { buildDraftPorts } from '@/lib/client/draft-ports';
import type { Draft } from '@/lib/modules/draft/draft.contract';

/**
 * The drafts opened in this window, by bot. They outlive their pages, so that undo reaches back after a look at another bot, and that
 * what isn't saved yet goes on being sent.
 */
const sessions = new Map<string, DraftSession>();

/** The draft of a bot if it was opened in this window. */
export function findDraftSession(botId: string): DraftSession | null {
  return sessions.get(botId) ?? null;
}

/** Opens a draft that was just loaded, unless it is open already. */
export function openDraftSession(botId: string, loaded: Draft): DraftSession {
  const session = sessions.get(botId) ?? createDraftSession(loaded, buildDraftPorts(botId));
  sessions.set(botId, session);
  return session;
}

/** Whether anything of any bot is unsaved. */
export function isEverythingSaved(): boolean {
  return [...sessions.values()].every((session) => session.isSaved());
}
