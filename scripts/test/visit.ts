import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { consumerConversationSchema, historySchema, messengerEventSchema, messengerSessionSchema, type ConsumerConversation, type History, type MessengerEvent, type MessengerSession } from '@/lib/modules/messenger/messenger.schema';
import type { Send } from '@/lib/modules/conversation/test-bot.fixture';
import { until } from './talk-to';

const begunSchema = historySchema.extend({ conversation: consumerConversationSchema });
const sentSchema = z.object({ messages: historySchema.shape.messages, conversation: consumerConversationSchema });

/** An answer as a test looks at it. */
interface VisitorAnswer {
  status: number;
  body: unknown;
  text: string;
  headers: Headers;
}

/** For tests: a messenger's visitor. */
export interface Visitor {
  token: string;
  contactId: string;
  session: MessengerSession;
  call(method: string, path: string, body?: unknown): Promise<VisitorAnswer>;
  begin(more?: object): Promise<History & { conversation: ConsumerConversation }>;
  say(conversationId: string, text: string, more?: object): Promise<z.infer<typeof sentSchema>>;
  history(conversationId: string, query?: string): Promise<History & { conversation: ConsumerConversation }>;
  /** Opens a live connection. */
  listen(options?: ListenOptions): Promise<Listening>;
}

interface ListenOptions {
  conversationId?: string;
  afterSeq?: number;
  lastEventId?: string;
}

/** A live connection as a test reads it. */
export interface Listening {
  status: number;
  headers: Headers;
  /** All events so far, in order. */
  events: MessengerEvent[];
  /** The id that the last one with an id had. */
  lastEventId(): string | null;
  /** Numbers of the messages so far, as they came. */
  seqs(): number[];
  /** Resolves with the first event that fits, also one that came before. */
  until(fits: (event: MessengerEvent) => boolean): Promise<MessengerEvent>;
  /** Resolves when the server has ended it. */
  ended: Promise<void>;
  stop(): void;
}

/** Makes a messenger for a bot; gives its id. */
export async function makeChannel(send: Send, botId: string, settings: object = {}): Promise<string> {
  const channel = await send('POST', '/channels', { name: `Channel ${randomUUID()}`, botId, settings });
  return z.object({ id: z.string() }).parse(channel).id;
}

/** Comes to a channel, as somebody new unless told otherwise. */
export async function visit(origin: string, channelId: string, request: { token?: string; identity?: string } = {}): Promise<Visitor> {
  const response = await fetch(`${origin}/api/messenger/channels/${channelId}/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) });
  if (response.status !== 201) throw new Error(`The session was refused: ${await response.text()}`);
  const session = messengerSessionSchema.parse(await response.json());
  return toVisitor(origin, session);
}

function toVisitor(origin: string, session: MessengerSession): Visitor {
  const { token } = session;
  const call: Visitor['call'] = async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${origin}/api${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, text, body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined, headers: answer.headers };
  };
  const mustCall = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  return {
    token,
    session,
    contactId: session.contact.id,
    call,
    begin: async (more = {}) => begunSchema.parse(await mustCall('POST', '/messenger/conversations', { requestId: randomUUID(), ...more })),
    say: async (conversationId, text, more = {}) => sentSchema.parse(await mustCall('POST', `/messenger/conversations/${conversationId}/messages`, { messageId: randomUUID(), text, ...more })),
    history: async (conversationId, query = '') => begunSchema.parse(await mustCall('GET', `/messenger/conversations/${conversationId}/messages${query}`)),
    listen: (options = {}) => listen(origin, token, options),
  };
}

/** Opens a live connection with a token. */
export async function listen(origin: string, token: string, { lastEventId, ...query }: ListenOptions = {}): Promise<Listening> {
  const stopping = new AbortController();
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const headers = { authorization: `Bearer ${token}`, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const response = await fetch(`${origin}/api/messenger/events?${search}`, { headers, signal: stopping.signal });
  const events: MessengerEvent[] = [];
  let lastId: string | null = null;
  const read = async () => {
    if (!response.ok || !response.body) return;
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
        const data = fields.get('data');
        if (data === undefined) continue;
        events.push(messengerEventSchema.parse(JSON.parse(data)));
        lastId = fields.get('id') ?? lastId;
      }
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    events,
    lastEventId: () => lastId,
    seqs: () => events.flatMap((event) => (event.kind === 'message' ? [event.message.seq] : [])),
    until: (fits) => until(() => Promise.resolve(events.find(fits) ?? null)),
    ended: read().catch(() => undefined),
    stop: () => stopping.abort(),
  };
}
