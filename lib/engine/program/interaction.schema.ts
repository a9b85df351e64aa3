import { z } from 'zod';
import { jsonObjectSchema, jsonValueSchema } from '@/lib/engine/json';
import { buttonSchema, choiceSchema, choicesFromDataSchema, templateTextSchema, templateUrlSchema, tileSchema } from './choice.schema';
import { nextActionSchema } from './next-action.schema';
import { ruleSchema, variableAssignmentSchema } from './rule.schema';

const scriptSchema = z.string().max(200_000, 'Use at most 200,000 characters.').default('');

/** Settings that every interaction has. Source: conversation-builder reference, section 6.2. */
const baseShape = {
  id: z.string(),
  /** Unique in the bot; `setTriggerNextMessage` names it. */
  name: z.string().max(200, 'Use at most 200 characters.'),
  enabled: z.boolean().default(true),
  /** How long the messenger shows typing before the message; an integration waits before it calls. */
  delayMs: z.number().int().min(0).max(10_000, 'Use at most 10,000 ms.').default(0),
  comment: z.string().max(240, 'Use at most 240 characters.').default(''),
  preProcess: scriptSchema,
  postProcess: scriptSchema,
  next: nextActionSchema.default({ kind: 'next' }),
  /** What a vendor's export holds beyond our shape. */
  vendor: jsonObjectSchema.optional(),
};

const rulesSchema = z.array(ruleSchema).max(200, 'Use at most 200 rules.').default([]);

/** Settings that questions have besides. */
const questionShape = {
  ...baseShape,
  processUserResponse: scriptSchema,
  /** Sent when nothing takes the answer; then the question is asked again. */
  fallbackResponse: templateTextSchema.default(''),
  rules: rulesSchema,
};

/** Repeats a text once for every element of the iterated fields or array variables in it (reference, section 10, pain 3). */
const repeatSchema = z.enum(['no', 'line-each', 'message-each']).default('no');

const choicesShape = {
  choices: z.array(choiceSchema).max(50, 'Use at most 50 choices.').default([]),
  choicesFromData: choicesFromDataSchema.nullable().default(null),
};

/** An interaction, by kind. Source: conversation-builder reference, section 6. */
export const interactionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), ...baseShape, text: templateTextSchema, repeat: repeatSchema, repeatCountMax: z.number().int().min(1).max(50).default(10) }),
  z.object({ kind: z.literal('image'), ...baseShape, url: templateUrlSchema, description: z.string().max(1_000).default('') }),
  z.object({ kind: z.literal('audio'), ...baseShape, url: templateUrlSchema, description: z.string().max(1_000).default('') }),
  z.object({ kind: z.literal('video'), ...baseShape, url: templateUrlSchema, description: z.string().max(1_000).default('') }),
  z.object({ kind: z.literal('file'), ...baseShape, url: templateUrlSchema, fileName: z.string().max(500).default('') }),
  z.object({ kind: z.literal('private-message'), ...baseShape, text: templateTextSchema }),
  z.object({
    kind: z.literal('multiple-choice'),
    ...questionShape,
    text: templateTextSchema,
    ...choicesShape,
    display: z.enum(['button', 'quick-reply']).default('button'),
    choicesPerRow: z.number().int().min(1).max(10).nullable().default(null),
    /** How choices are listed where there are no buttons. */
    listStyle: z.enum(['numbers', 'letters']).default('numbers'),
    isIndented: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('text-question'), ...questionShape, text: templateTextSchema }),
  z.object({ kind: z.literal('structured'), ...questionShape, tiles: z.array(tileSchema).max(10, 'Use at most 10 tiles.').default([]), layout: z.enum(['vertical', 'horizontal']).default('vertical') }),
  z.object({ kind: z.literal('carousel'), ...questionShape, text: templateTextSchema.default(''), tiles: z.array(tileSchema).max(10, 'Use at most 10 tiles.').default([]) }),
  z.object({ kind: z.literal('button'), ...questionShape, text: templateTextSchema, buttons: z.array(buttonSchema).max(20, 'Use at most 20 buttons.').default([]) }),
  z.object({ kind: z.literal('quick-reply'), ...questionShape, text: templateTextSchema, ...choicesShape, choicesPerRow: z.number().int().min(1).max(10).nullable().default(null) }),
  z.object({ kind: z.literal('drop-down'), ...questionShape, text: templateTextSchema, ...choicesShape, placeholder: z.string().max(200).default('') }),
  /** Opens a page and rests until the page posts, the consumer answers otherwise, or the time is over (rules: `web-view`). */
  z.object({
    kind: z.literal('web-view'),
    ...questionShape,
    text: templateTextSchema,
    buttonLabel: z.string().max(2_000),
    url: templateUrlSchema,
    height: z.enum(['compact', 'tall', 'full']).default('tall'),
    /** Null: no time limit. */
    timeoutMs: z.number().int().min(1_000).max(86_400_000).nullable().default(null),
  }),
  z.object({
    kind: z.literal('file-upload'),
    ...questionShape,
    text: templateTextSchema.default(''),
    /** Extensions such as `pdf`; empty: every type. */
    acceptedTypes: z.array(z.string().max(20)).max(50).default([]),
    bytesMax: z.number().int().min(1).max(25 * 1024 * 1024).default(5 * 1024 * 1024),
    successText: templateTextSchema.default('Successfully processed the file.'),
    failureText: templateTextSchema.default('Failed to process the file. Please try again.'),
    /** `{list}` becomes the accepted types. */
    invalidText: templateTextSchema.default('The file type is invalid. Upload one of these types: {list}.'),
    progressText: templateTextSchema.default('Processing the file...'),
  }),
  z.object({ kind: z.literal('integration'), ...baseShape, integrationId: z.string(), rules: rulesSchema }),
  z.object({
    kind: z.literal('agent-transfer'),
    ...baseShape,
    message: templateTextSchema.default('Transferring to an agent...'),
    skillId: z.string().max(200).default(''),
    agentId: z.string().max(200).default(''),
    transferBotContext: z.boolean().default(false),
    rules: rulesSchema,
  }),
  /** Rich-message JSON, checked only for being JSON. Source: reference, section 6.6. */
  z.object({ kind: z.literal('universal'), ...questionShape, json: z.string().max(200_000), waitsForAnswer: z.boolean().default(true) }),
  z.object({ kind: z.literal('set-variables'), ...baseShape, assignments: z.array(variableAssignmentSchema).max(50).default([]) }),
  /** An interaction of an imported bot that only its vendor's platform can run, kept as it was; skipped with a note in the trace. */
  z.object({ kind: z.literal('foreign'), ...baseShape, foreignType: z.string().max(200), content: jsonValueSchema, rules: rulesSchema }),
]);
export type Interaction = z.infer<typeof interactionSchema>;
export type InteractionKind = Interaction['kind'];
/** The interaction of one kind, for example `InteractionOf<'text'>`. */
export type InteractionOf<Kind extends InteractionKind> = Extract<Interaction, { kind: Kind }>;

/** An interaction that rests until the consumer answers. */
export type Question = Extract<Interaction, { processUserResponse: string }>;
