import { listUnsent, withSaved, withServer, type DraftState } from '@/components/studio/draft/draft-state';
import { readSaveFailure } from '@/components/studio/draft/save-failure';
import { readPlace } from '@/lib/modules/draft/apply-changes.rules';
import type { DraftChange } from '@/lib/modules/draft/draft-change.schema';
import type { Draft, DraftVersion } from '@/lib/modules/draft/draft.contract';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

/**
 * Where unsaved changes are: `waiting` for a moment without typing or for the server to recover, `offline` while it can't be
 * reached, `conflict` while one must decide between two versions, `refused` when the server doesn't take a value.
 */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'offline' | 'conflict' | 'refused';

/** What a session needs of the server. */
export interface DraftPorts {
  load(): Promise<Draft>;
  readVersion(): Promise<number>;
  save(changes: DraftChange[]): Promise<DraftVersion>;
}

/** Typing goes on for at most this long before it is sent. */
const QUIET_MS = 600;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/** Where the saver finds the draft and leaves it changed. */
export interface SaverHost {
  read: () => DraftState;
  write: (state: DraftState) => void;
  /** The state of saving changed, the draft did not. */
  onProgress: () => void;
}

/** Sends changes one request at a time, tries again when that fails, and takes in what others saved in between. */
export function createDraftSaver(ports: DraftPorts, host: SaverHost) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failureCount = 0;
  let isUnreachable = false;

  function schedule(delayMs = QUIET_MS) {
    // While the server doesn't answer, its own rhythm holds, not that of typing.
    if (failureCount > 0 && delayMs === QUIET_MS) return;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= run().finally(() => {
      running = null;
      host.onProgress();
    });
    return running;
  }

  async function run(): Promise<void> {
    for (let changes = listUnsent(host.read()); changes.length > 0; changes = listUnsent(host.read())) {
      host.onProgress();
      if (!(await send(changes))) return;
    }
  }

  /** @returns whether to go on with what is left */
  async function send(changes: DraftChange[]): Promise<boolean> {
    try {
      const { version } = await ports.save(changes);
      host.write(withSaved(host.read(), changes, version));
      if (host.read().isBehind) await pull();
    } catch (error) {
      const failure = readSaveFailure(error, changes);
      if (failure.kind === 'unreachable' || failure.kind === 'failing') return retryLater(failure.kind);
      if (failure.kind === 'refused') {
        const others = host.read().refusals.filter(({ place }) => !failure.refusals.some((refusal) => refusal.place.join() === place.join()));
        host.write({ ...host.read(), refusals: [...others, ...failure.refusals] });
      } else {
        try {
          await pull();
        } catch {
          return retryLater('unreachable');
        }
      }
    }
    failureCount = 0;
    isUnreachable = false;
    return true;
  }

  function retryLater(reason: 'unreachable' | 'failing'): boolean {
    isUnreachable = reason === 'unreachable';
    failureCount += 1;
    schedule(Math.min(RETRY_FIRST_MS * 2 ** (failureCount - 1), RETRY_MAX_MS));
    return false;
  }

  async function pull(): Promise<void> {
    host.write(withServer(host.read(), await ports.load()));
  }

  return {
    schedule,
    flush,
    pull,
    isStuck: (): boolean => failureCount > 0,
    state(): SaveState {
      const state = host.read();
      if (failureCount > 0) return isUnreachable ? 'offline' : 'waiting';
      if (state.conflicts.length > 0) return 'conflict';
      const isUnsent = listUnsent(state).length > 0;
      if (running !== null && isUnsent) return 'saving';
      if (isUnsent) return 'waiting';
      return state.refusals.some(({ place, value }) => isSameJson(readPlace(state.content, place), value)) ? 'refused' : 'saved';
    },
  };
}
