import type { DraftRefusal } from '@/components/studio/draft/draft-state';
import { ApiProblem } from '@/lib/client/call-api';
import type { DraftChange } from '@/lib/modules/draft/draft-change.schema';

/** Why changes weren't saved, by what is to be done. */
export type SaveFailure =
  /** Somebody else changed the same places: look at theirs. */
  | { kind: 'behind' }
  /** These values will never be taken. */
  | { kind: 'refused'; refusals: DraftRefusal[] }
  /** Nobody answers: try again. */
  | { kind: 'unreachable' }
  /** The server fails or nobody is signed in: try again. */
  | { kind: 'failing' };

/** Reads the error of a save of `changes`. */
export function readSaveFailure(error: unknown, changes: readonly DraftChange[]): SaveFailure {
  if (!(error instanceof ApiProblem)) return { kind: 'failing' };
  const { code, status, issues, detail } = error.problem;
  if (status === 0) return { kind: 'unreachable' };
  if (code === 'draft/changed-meanwhile') return { kind: 'behind' };
  // Without a session, too often, or a server in trouble: the same request may succeed later.
  if (status === 401 || status === 408 || status === 429 || status >= 500) return { kind: 'failing' };
  const named = (issues ?? []).flatMap(({ path, message }) => {
    const change = changes[Number(path[1])];
    return path[0] === 'changes' && change ? [{ place: change.place, value: change.after, message }] : [];
  });
  const refusals = named.length > 0 ? named : changes.map(({ place, after }) => ({ place, value: after, message: detail }));
  return { kind: 'refused', refusals };
}
