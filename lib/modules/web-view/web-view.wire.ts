import { z } from 'zod';
import type { FaultIssue } from '@/lib/engine/fault';
import { UNUSABLE_NAME } from '@/lib/engine/variables/unusable-name';
import { MESSAGE_LENGTH_MAX } from '@/lib/modules/conversation/conversation.schema';

/** Where pages post to. Source: conversation-builder reference, section 4.1. */
export const WEB_VIEW_PATH = '/thirdparty-services-0.1/webview';

/** What a page may send at most. */
export const WEB_VIEW_BODY_BYTES_MAX = 64 * 1024;

const VARIABLE_COUNT_MAX = 500;
const NAME_LENGTH_MAX = 200;

/** What a page posted, in our own shape. */
export interface WebViewInput {
  botId: string;
  conversationId: string;
  userId: string;
  /** Null: only variables are set. */
  message: string | null;
  /** As text; what was no text came as JSON text. Of a name that occurs twice the last value counts. */
  variables: Record<string, string>;
}

const idSchema = (what: string) => z.string(`Give the ${what} as text.`).min(1, `Give the ${what}.`).max(200, 'Use at most 200 characters.');

const isUsable = (name: string) => name !== '' && name.length <= NAME_LENGTH_MAX && name !== UNUSABLE_NAME;

const variablesSchema = z.unknown().prefault(null).transform((given, context): Record<string, string> => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const entries = toEntries(given);
  if (entries === null) refuse([], 'Give a list of { "name", "value" }, or an object.');
  else if (entries.length > VARIABLE_COUNT_MAX) refuse([], `Give at most ${VARIABLE_COUNT_MAX} variables.`);
  const read: [string, string][] = [];
  for (const { path, name, value } of entries ?? []) {
    if (typeof name !== 'string' || !isUsable(name)) refuse([...path, 'name'], `Give a name of 1 to ${NAME_LENGTH_MAX} characters, other than ${UNUSABLE_NAME}.`);
    else if (value === undefined) refuse([...path, 'value'], 'Give a value.');
    else if (hasLostDigits(value)) refuse([...path, 'value'], 'Send so large a number as text, in quotes: JSON numbers keep only 15 digits for sure.');
    else read.push([name, typeof value === 'string' ? value : JSON.stringify(value)]);
  }
  return Object.fromEntries(read);
});

/** Whether a value holds a whole number larger than JSON readers keep: reading has changed it already, and nobody would know. Source: RFC 8259, section 6. */
function hasLostDigits(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLostDigits);
}

interface Entry {
  path: (string | number)[];
  name: unknown;
  value: unknown;
}

/** Null for what is neither a list nor an object. */
function toEntries(given: unknown): Entry[] | null {
  if (given === undefined || given === null) return [];
  if (typeof given !== 'object') return null;
  if (!Array.isArray(given)) return Object.entries(given).map(([name, value]) => ({ path: [name], name, value }));
  return given.map((entry: unknown, index) => {
    const pair: { name?: unknown; value?: unknown } = typeof entry === 'object' && entry !== null ? entry : {};
    return { path: [index], name: pair.name, value: pair.value };
  });
}

const bodySchema = z.object(
  {
    botId: idSchema('bot id'),
    conversationId: idSchema('conversation id'),
    userId: idSchema('user id'),
    message: z
      .string('Give the message as text, or leave it out.')
      .max(MESSAGE_LENGTH_MAX, `Use at most ${MESSAGE_LENGTH_MAX.toLocaleString('en')} characters.`)
      .nullish()
      // Forms send an empty text for a field that nobody filled in.
      .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text)),
    contextVariables: variablesSchema,
  },
  'Send a JSON object.',
);

/** A body that was read; or everything wrong with it, and the ids as far as they could be read. */
export type ReadWebViewBody = { input: WebViewInput } | { issues: FaultIssue[]; botId: string | null; conversationId: string };

/** Reads the body of a page's post. Unknown members are passed over. Source: conversation-builder reference, section 4.1. */
export function readWebViewBody(body: unknown): ReadWebViewBody {
  const parsed = bodySchema.safeParse(body);
  if (parsed.success) {
    const { botId, conversationId, userId, message, contextVariables } = parsed.data;
    return { input: { botId, conversationId, userId, message, variables: contextVariables } };
  }
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map((key) => (typeof key === 'number' ? key : String(key))), message }));
  const ids: { botId?: unknown; conversationId?: unknown } = typeof body === 'object' && body !== null ? body : {};
  return { issues, botId: readId(ids.botId), conversationId: readId(ids.conversationId) ?? '' };
}

function readId(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : null;
}
