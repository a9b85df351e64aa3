import type { JsonValue } from '@/lib/engine/json';
import { CONVERSATION_PRELUDE } from './conversation-prelude';
import type { ConversationScript, ScriptPhase, ScriptSnapshot } from './conversation-script.schema';
import { DEFAULT_SCRIPT_LIMITS, type ScriptJob, type ScriptLimits } from './script-job';

export interface ConversationJobInput {
  script: ConversationScript;
  /** Minutes east of UTC at `snapshot.system.atMs`, by zone as the script writes it; null for what is no zone. See `listZoneNames`. */
  zones: Record<string, number | null>;
  limits?: Partial<ScriptLimits>;
  /** See `ScriptJob.owner`. */
  owner?: string;
}

/** File name of the Global Functions in stack traces. */
const GLOBAL_FUNCTIONS_FILE_NAME = 'global-functions.js';

/** Runs once when a conversation begins. Source: conversation-builder reference, section 5.11; both names occur there. */
const CALL_INIT_CONVERSATION =
  "if (typeof __initConversation === 'function') __initConversation(); else if (typeof initConversation === 'function') initConversation();";

/**
 * Assembles the sandbox job of a code panel: Global Functions, then the panel's code, in one realm.
 * Response documents (`api_X` in `snapshot.bot` which have an `api_XStatus` beside them) go in as text.
 */
export function buildConversationJob({ script, zones, limits, owner }: ConversationJobInput): ScriptJob {
  const isInit = script.phase === 'init-conversation';
  return {
    prelude: CONVERSATION_PRELUDE,
    ...(script.globalFunctions.trim() === '' ? {} : { library: { source: script.globalFunctions, fileName: GLOBAL_FUNCTIONS_FILE_NAME } }),
    source: isInit ? CALL_INIT_CONVERSATION : script.source,
    fileName: toFileName(script.phase),
    input: toInput(script.snapshot, zones),
    keepsPartialOutput: true,
    limits: { ...DEFAULT_SCRIPT_LIMITS, ...limits },
    ...(owner === undefined ? {} : { owner }),
  };
}

function toFileName(phase: ScriptPhase): string {
  return `${phase}.js`;
}

function toInput(snapshot: ScriptSnapshot, zones: Record<string, number | null>): string {
  const bot: [string, JsonValue][] = [];
  const responses: string[] = [];
  const documents: string[] = [];
  for (const [name, value] of Object.entries(snapshot.bot)) {
    if (isResponse(name, snapshot)) {
      responses.push(name);
      documents.push(`${JSON.stringify(value)}\n`);
    } else bot.push([name, value]);
  }
  const { lastCall, ...rest } = snapshot;
  const facts = { ...rest, bot: Object.fromEntries(bot), responses, zones, status: lastCall?.status ?? null, isSuccessful: lastCall?.isSuccess ?? false };
  return `${JSON.stringify(facts)}\n${documents.join('')}`;
}

/** A variable that merely begins with `api_` has no status beside it. */
function isResponse(name: string, { bot }: ScriptSnapshot): boolean {
  return name.startsWith('api_') && Object.hasOwn(bot, `${name}Status`);
}
