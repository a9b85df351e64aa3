import type { Program } from '@/lib/engine/program/program.schema';
import { compileProgram } from '@/lib/modules/draft/compile-program.rules';
import { draftStore } from '@/lib/modules/draft/draft.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import { releaseStore } from '@/lib/modules/release/release.store';
import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import { noRelease } from './conversation.rules';
import { programStore, type BotPlace } from './program.store';

/** The program for a turn; the same object as long as nothing about it changed, because the engine remembers what it made of it. */
export interface ChosenProgram {
  program: Program;
  /** Null for a draft. */
  releaseId: string | null;
  environmentId: string | null;
}

interface ConversationPlace {
  workspaceId: string;
  botId: string;
  kind: 'live' | 'preview';
  /** The release it is on; null for a new conversation. */
  releaseId: string | null;
  /** Whether it may move to the live release now; not in the middle of a turn. */
  mayMove: boolean;
}

export interface ProgramSource {
  /**
   * The draft for previews. For live conversations their release, or the live one when they are new or their bot says that they move along.
   * @throws Fault `bot/not-found`, `conversation/no-release`
   */
  choose(place: ConversationPlace): Promise<ChosenProgram>;
}

/** Parsed programs kept; one may be some megabytes. */
const PROGRAM_COUNT_MAX = 50;

/** Makes the source of programs of this process. */
export function createProgramSource({ db, configCache }: { db: Database; configCache: ConfigCache }): ProgramSource {
  const kept = new Map<string, { stamp: string; program: Promise<Program> }>();

  /** Loads a program once for each stamp; who asks meanwhile waits for the same one. */
  function load(key: string, stamp: string, read: () => Promise<Program>): Promise<Program> {
    const known = kept.get(key);
    kept.delete(key);
    const entry = known?.stamp === stamp ? known : { stamp, program: read() };
    kept.set(key, entry);
    entry.program.catch(() => kept.get(key) === entry && kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > PROGRAM_COUNT_MAX && oldest !== undefined) kept.delete(oldest);
    return entry.program;
  }

  const loadRelease = ({ workspaceId, botId }: ConversationPlace, releaseId: string) =>
    load(`release ${workspaceId} ${botId} ${releaseId}`, '', async () => (await releaseStore(db, workspaceId).get(botId, releaseId)).program);

  async function chooseDraft({ workspaceId, botId }: ConversationPlace, { environmentId }: BotPlace): Promise<ChosenProgram> {
    const stamp = await programStore(db, workspaceId).getDraftStamp(botId);
    const program = await load(`draft ${workspaceId} ${botId}`, stamp, async () => {
      const [draft, integrations] = await Promise.all([draftStore(db, workspaceId).get(botId), integrationStore(db, workspaceId).listDefinitions(botId)]);
      return compileProgram(draft.content, integrations, botId);
    });
    return { program, releaseId: null, environmentId };
  }

  async function chooseRelease(place: ConversationPlace, { environmentId, liveReleaseId }: BotPlace): Promise<ChosenProgram> {
    const { releaseId, mayMove } = place;
    if (mayMove && releaseId !== null && liveReleaseId !== null && releaseId !== liveReleaseId) {
      const [own, live] = await Promise.all([loadRelease(place, releaseId), loadRelease(place, liveReleaseId)]);
      return movesAlong(own, live) ? { program: live, releaseId: liveReleaseId, environmentId } : { program: own, releaseId, environmentId };
    }
    const ownId = releaseId ?? liveReleaseId;
    if (ownId === null) throw noRelease();
    return { program: await loadRelease(place, ownId), releaseId: ownId, environmentId };
  }

  return {
    async choose(place) {
      const { workspaceId, botId } = place;
      const bot = await configCache.read(`${workspaceId} bot-place ${botId}`, () => programStore(db, workspaceId).getBotPlace(botId));
      return place.kind === 'preview' ? chooseDraft(place, bot) : chooseRelease(place, bot);
    },
  };
}

/** The newer release tells what the designer wants last, whichever of the two is live: so what moved on also goes back. */
function movesAlong(own: Program, live: Program): boolean {
  const [newer] = [own, live].sort((one, other) => (other.releaseNumber ?? 0) - (one.releaseNumber ?? 0));
  return newer?.settings.releasePolicy === 'move';
}
