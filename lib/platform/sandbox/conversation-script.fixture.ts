import { buildConversationJob, type ConversationJobInput } from '@/lib/engine/script/build-conversation-job';
import { CONVERSATION_PRELUDE } from '@/lib/engine/script/conversation-prelude';
import type { ConversationScript, ScriptCommand, ScriptSnapshot } from '@/lib/engine/script/conversation-script.schema';
import { readConversationResult, type ConversationResult } from '@/lib/engine/script/read-conversation-result';
import type { JsonValue } from '@/lib/engine/json';
import { createSandbox } from './sandbox';

/** What a test varies about a run. */
export interface ScriptOptions extends Partial<Pick<ConversationJobInput, 'zones' | 'limits'>> {
  phase?: ConversationScript['phase'];
  globalFunctions?: string;
  snapshot?: Partial<Omit<ScriptSnapshot, 'system'>> & { system?: Partial<ScriptSnapshot['system']> };
}

/** Runs code panels in the real sandbox; for tests. */
export interface ScriptBench {
  run(source: string, options?: ScriptOptions): Promise<ConversationResult & ConversationResult['result']>;
  /** What the script asks for; fails when it doesn't finish. */
  commandsOf(source: string, options?: ScriptOptions): Promise<ScriptCommand[]>;
  /** What an expression is inside a script; fails when the script doesn't finish. */
  valueOf(expression: string, options?: ScriptOptions): Promise<JsonValue | undefined>;
  close(): Promise<void>;
}

export function createScriptBench(): ScriptBench {
  const sandbox = createSandbox({ warmPreludes: [CONVERSATION_PRELUDE] });

  const run: ScriptBench['run'] = async (source, { phase = 'pre-process', globalFunctions = '', snapshot = {}, zones = {}, limits = {} } = {}) => {
    const script: ConversationScript = { phase, interactionId: 'i', source, globalFunctions, snapshot: toSnapshot(snapshot) };
    const read = readConversationResult(await sandbox.run(buildConversationJob({ script, zones, limits })));
    return { ...read, ...read.result };
  };
  const commandsOf: ScriptBench['commandsOf'] = async (source, options) => {
    const { end, commands } = await run(source, options);
    if (end.kind !== 'finished') throw new Error(`expected the script to finish, got ${JSON.stringify(end)}`);
    return commands;
  };
  return {
    run,
    commandsOf,
    async valueOf(expression, options) {
      const commands = await commandsOf(`botContext.setBotVariable('result', ${expression});`, options);
      const last = commands.at(-1);
      return last?.kind === 'set-variable' ? last.value : undefined;
    },
    close: () => sandbox.close(),
  };
}

/** A snapshot in which only the given facts are known. */
export function toSnapshot({ system, ...facts }: NonNullable<ScriptOptions['snapshot']> = {}): ScriptSnapshot {
  return {
    bot: {},
    slots: {},
    environment: {},
    fields: {},
    webView: {},
    context: {},
    metadata: [],
    entities: {},
    personalInfo: null,
    customerInfo: null,
    lastCall: null,
    ...facts,
    system: {
      conversationId: '',
      chatBotId: '',
      accountId: '',
      userPlatformId: '',
      userMessage: '',
      quickReplyPayload: '',
      buttonPayload: '',
      channel: 'lp_web',
      fileCaption: '',
      fileType: '',
      dialogStarterIntent: '',
      disambiguatedIntentName: '',
      disambiguatedIntentId: '',
      userName: '',
      email: '',
      webViewPageUrl: '',
      webViewQuery: 'userId=u&convId=c&botId=b',
      atMs: Date.UTC(2026, 0, 5, 12, 0),
      ...system,
    },
  };
}
