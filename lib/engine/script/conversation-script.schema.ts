import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { scriptMessageSchema } from './script-message.schema';

/** Which code panel a script stands in. Source: conversation-builder reference, sections 5.1 and 5.11. */
export const scriptPhaseSchema = z.enum(['init-conversation', 'pre-process', 'post-process', 'process-user-response']);
export type ScriptPhase = z.infer<typeof scriptPhaseSchema>;

const entityMatchSchema = z.object({ phrase: z.string(), dataValue: z.string() });

/** Where context data lives. Source: reference, section 5.8. */
export const contextScopeSchema = z.enum(['global', 'user', 'conversation']);
export type ContextScope = z.infer<typeof contextScopeSchema>;

/** Context data that scripts can read: namespaces by name, then properties by scope. Expired properties are absent. */
export const contextDataSchema = z.record(
  z.string(),
  z.object({
    ttlS: z.number().nullable(),
    global: z.record(z.string(), jsonValueSchema),
    user: z.record(z.string(), jsonValueSchema),
    conversation: z.record(z.string(), jsonValueSchema),
  }),
);
export type ContextData = z.infer<typeof contextDataSchema>;

/** Everything that a script in a conversation can know; plain JSON, nothing is looked up later. */
export const scriptSnapshotSchema = z.object({
  /**
   * Bot variables of every duration, with `api_X` as documents and `api_XStatus` as numbers. Every response has its
   * `api_XStatus` beside it (null when there was no answer): that tells it from a variable whose name begins with `api_`.
   */
  bot: z.record(z.string(), jsonValueSchema),
  slots: z.record(z.string(), jsonValueSchema),
  environment: z.record(z.string(), z.string()),
  /** Captured values by `X.key`. */
  fields: z.record(z.string(), z.array(jsonValueSchema)),
  webView: z.record(z.string(), z.string()),
  /** Null unless the script uses the context service. */
  context: contextDataSchema.nullable(),
  system: z.object({
    conversationId: z.string(),
    chatBotId: z.string(),
    accountId: z.string(),
    userPlatformId: z.string(),
    userMessage: z.string(),
    quickReplyPayload: z.string(),
    buttonPayload: z.string(),
    /** `lp_web` and so on. */
    channel: z.string(),
    fileCaption: z.string(),
    fileType: z.string(),
    dialogStarterIntent: z.string(),
    disambiguatedIntentName: z.string(),
    disambiguatedIntentId: z.string(),
    userName: z.string(),
    email: z.string(),
    /** The page of the bot's Web View settings; empty when none is set. */
    webViewPageUrl: z.string().default(''),
    /** What a link to a page must carry. */
    webViewQuery: z.string().default(''),
    atMs: z.number(),
  }),
  metadata: z.array(jsonValueSchema),
  /** Entities of the latest utterance, by entity name. */
  entities: z.record(z.string(), z.array(entityMatchSchema)),
  /** As `getLPUserPersonalInfo` and `getLPCustomerInfo` give them. */
  personalInfo: jsonValueSchema.nullable(),
  customerInfo: jsonValueSchema.nullable(),
  lastCall: z.object({ isSuccess: z.boolean(), status: z.number().nullable() }).nullable(),
});
export type ScriptSnapshot = z.infer<typeof scriptSnapshotSchema>;

/** A script to run in the sandbox. */
export const conversationScriptSchema = z.object({
  phase: scriptPhaseSchema,
  /** Null for `init-conversation`. */
  interactionId: z.string().nullable(),
  /** The designer's code; for `init-conversation` empty: `__initConversation` or `initConversation` is called if there is one. */
  source: z.string(),
  globalFunctions: z.string(),
  /** The port adds `context` when the code uses the context service. */
  snapshot: scriptSnapshotSchema,
});
export type ConversationScript = z.infer<typeof conversationScriptSchema>;

/** What a script asks for, in the order in which it asked. Source: conversation-builder reference, sections 5.2 to 5.8. */
export const scriptCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-variable'), name: z.string(), value: jsonValueSchema, duration: z.enum(['request', 'session', 'permanent']) }),
  /** `setBotVariable('api_X', { jsonData })` with the document parsed. */
  z.object({ kind: z.literal('replace-response'), name: z.string(), document: jsonValueSchema }),
  z.object({ kind: z.literal('send-message'), message: scriptMessageSchema }),
  /** Ends the turn once its messages are sent. */
  z.object({ kind: z.literal('send-immediate-reply'), texts: z.array(z.string()) }),
  z.object({ kind: z.literal('add-quick-replies'), replies: z.array(z.object({ title: z.string(), payload: z.string() })) }),
  /** An interaction's name, or `platform.default`. */
  z.object({ kind: z.literal('trigger-next'), interactionName: z.string() }),
  z.object({ kind: z.literal('set-delay'), delayMs: z.number() }),
  z.object({ kind: z.literal('allow-long-text'), isAllowed: z.boolean() }),
  z.object({ kind: z.literal('set-user'), field: z.enum(['name', 'email']), value: z.string() }),
  z.object({ kind: z.literal('transfer-to-bot'), botId: z.string(), dialogName: z.string(), message: z.string() }),
  z.object({ kind: z.literal('set-transfer'), field: z.enum(['intent-id', 'intent-by-domain', 'user-message']), value: z.string(), domain: z.string().default('') }),
  z.object({ kind: z.literal('log-event'), eventName: z.string(), userText: z.string(), detail: z.string() }),
  z.object({ kind: z.literal('register-context'), namespace: z.string(), ttlS: z.number().nullable() }),
  z.object({ kind: z.literal('delete-context-namespace'), namespace: z.string() }),
  z.object({ kind: z.literal('set-context'), scope: contextScopeSchema, namespace: z.string(), property: z.string(), value: jsonValueSchema }),
  /** Without `property` all of the scope. */
  z.object({ kind: z.literal('delete-context'), scope: contextScopeSchema, namespace: z.string(), property: z.string().nullable() }),
  /** Something the trace should say, for example that a function belongs to the vendor's cloud and gave an empty value. */
  z.object({ kind: z.literal('note'), text: z.string() }),
]);
export type ScriptCommand = z.infer<typeof scriptCommandSchema>;
export type ContextCommand = Extract<ScriptCommand, { kind: 'register-context' | 'delete-context-namespace' | 'set-context' | 'delete-context' }>;

/** How a script ended. After `failed` or `limit` its commands up to then still count (reference, section 5.1: “then it is cut off and the flow goes on”). */
export const scriptResultSchema = z.object({
  end: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('finished') }),
    /** `place` tells whether `line` counts in the panel's code or in the Global Functions. */
    z.object({ kind: z.literal('failed'), message: z.string(), line: z.number().nullable(), column: z.number().nullable(), place: z.enum(['script', 'global-functions']) }),
    z.object({ kind: z.literal('limit'), limit: z.enum(['time', 'memory', 'output', 'stack']), value: z.number(), unit: z.enum(['ms', 'bytes']) }),
    z.object({ kind: z.literal('cancelled') }),
  ]),
  commands: z.array(scriptCommandSchema),
  console: z.array(z.object({ level: z.enum(['debug', 'log', 'warn', 'error']), text: z.string(), atMs: z.number() })),
  durationMs: z.number(),
});
export type ScriptResult = z.infer<typeof scriptResultSchema>;
