import { z } from 'zod';
import { callResultSchema } from '@/lib/engine/call-result.schema';
import { attachmentSchema } from '@/lib/engine/event.schema';
import { jsonObjectSchema, jsonValueSchema } from '@/lib/engine/json';
import { scriptResultSchema } from '@/lib/engine/script/conversation-script.schema';
import { consumerSchema } from '@/lib/engine/state/conversation-state.schema';

const namesSchema = z.array(z.string());

/**
 * A bot in short form. Dialogs, interactions, intents, entities and integrations have their names as ids; everything that is
 * left out gets the schemas' defaults. In interactions and rules:
 * - `next`: a kind such as `"end"`, `"interaction:<name>"` or `"dialog:<name>"`
 * - rules: `if` (one condition or a list), `vars` (a list of variable conditions), `set` (name → value, or `{ value, duration }`),
 *   `slot` (`{ slot, entityId, duration? }`), `then` (as `next`), `message`; ids are `<interaction>/<number from 1>`
 * - choices and buttons: a plain label, or the whole object without `id`
 */
const botSchema = z.strictObject({
  settings: jsonObjectSchema.default({}),
  globalFunctions: z.string().default(''),
  /** A draft, so that debug commands work; set a number for a release. */
  releaseNumber: z.number().nullable().default(null),
  /** `patterns`, `excludeKeywords` and `intentId` may stand directly in a dialog; `interactions` are whole, in order. */
  dialogs: z.array(jsonObjectSchema),
  intents: z.array(z.strictObject({ name: z.string(), label: z.string().default(''), phrases: namesSchema })).default([]),
  /** `values` for a value set, `expression` for a regular expression. */
  entities: z.array(z.strictObject({ name: z.string(), values: namesSchema.optional(), expression: z.string().optional() })).default([]),
  /** The response variable is the name. */
  integrations: z.array(z.strictObject({ name: z.string(), fields: namesSchema.default([]) })).default([]),
});

/** An answer of an API; without an outcome its status says whether it is a success. */
const callSchema = callResultSchema.partial();

/** What a script came to. */
const scriptSchema = scriptResultSchema.pick({ end: true, commands: true }).partial();

/** One turn: exactly one of the first group says what happens; the rest, what must come of it. */
const turnSchema = z.strictObject({
  say: z.string().optional(),
  /** A choice, by its label or payload among those last offered. */
  tap: z.string().optional(),
  /** `true`: without a message; a name: at that dialog. */
  start: z.union([z.literal(true), z.string()]).optional(),
  post: z.strictObject({ variables: z.record(z.string(), z.string()).default({}), message: z.string().nullable().default(null) }).optional(),
  /** The time limit that the conversation waits with, or any id. */
  timer: z.union([z.literal(true), z.string()]).optional(),
  handOver: z.enum(['accepted', 'failed', 'returned']).optional(),
  close: z.string().optional(),
  /** What another bot hands over. */
  handedOn: z.strictObject({ dialogName: z.string().default(''), message: z.string().default(''), intent: z.string().default(''), transferCount: z.number().default(1) }).optional(),

  /** With `say`. */
  payload: z.string().optional(),
  metadata: z.array(jsonValueSchema).default([]),
  attachments: z.array(attachmentSchema.partial()).default([]),
  /** Time since the turn before. */
  afterMinutes: z.number().default(0),

  /** The bot's messages in order: their plain text, or an object that each must hold. */
  expect: z.array(z.union([z.string(), jsonObjectSchema])).default([]),
  /** Trace entries that must be there in this order, others between them; given in part. */
  trace: z.array(jsonObjectSchema).default([]),
  /** Trace entries that must not be there. */
  noTrace: z.array(jsonObjectSchema).default([]),
  /** Other effects than messages, in order and in part. */
  effects: z.array(jsonObjectSchema).optional(),
  /** Requests that were made, in order and in part. */
  requests: z.array(jsonObjectSchema).optional(),
  /** What the state must hold, in part. */
  state: jsonObjectSchema.optional(),
  /** The question that waits, null for none. */
  waiting: z.string().nullable().optional(),
});
export type ScenarioTurn = z.infer<typeof turnSchema>;

/** A whole conversation as test data; the file's name says what it guarantees. */
export const scenarioSchema = z.strictObject({
  about: z.string(),
  bot: botSchema,
  consumer: consumerSchema.partial().default({}),
  environment: z.record(z.string(), z.string()).default({}),
  /** What the runtime hands in for links to pages. */
  linking: z.strictObject({ pageUrl: z.string(), token: z.string().nullable() }).optional(),
  permanent: z.record(z.string(), jsonValueSchema).default({}),
  /** Answers by integration, one after the other; the last one repeats. */
  calls: z.record(z.string(), z.array(callSchema)).default({}),
  /** By `<interaction>/<pre|post|process>` or `init`; the panel is filled as needed. One after the other, the last one repeats. */
  scripts: z.record(z.string(), z.array(scriptSchema)).default({}),
  /** Ids of the other bots that the conversation can go to. */
  bots: z.array(z.string()).default([]),
  turns: z.array(turnSchema),
});
export type Scenario = z.infer<typeof scenarioSchema>;
