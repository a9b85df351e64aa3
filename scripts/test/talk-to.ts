import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { messageSchema, type Message } from '@/lib/engine/messages/message.schema';
import type { TestPerson } from './start-test-api';
import { turnAnswerSchema, type TurnAnswer } from '@/lib/modules/conversation/conversation.contract';
import { conversationDetailSchema, conversationSchema, turnDetailSchema, turnSchema, type Conversation, type ConversationDetail, type ConversationTurn, type ConversationTurnDetail } from '@/lib/modules/conversation/conversation.schema';
import type { Send } from '@/lib/modules/conversation/test-bot.fixture';

/** For tests: somebody who sends requests that must succeed. */
export function toSend(person: TestPerson): Send {
  return async (method, path, body) => {
    const answer = await person.call(method, path, body);
    expect([method, path, answer.status, answer.text]).toEqual([method, path, expect.toSatisfy((status: number) => status < 300), expect.any(String)]);
    return answer.body;
  };
}

/** What was said, by whom, in order. */
export function toSaid(messages: Message[]): string[] {
  return messages.map(({ actor, plainText }) => `${actor.kind}: ${plainText}`);
}

/** A conversation as a test drives it. */
export function talkTo(send: Send, conversationId: string) {
  const place = `/conversations/${conversationId}`;
  return {
    id: conversationId,
    say: async (text: string, messageId: string = randomUUID()): Promise<TurnAnswer> => turnAnswerSchema.parse(await send('POST', `${place}/messages`, { messageId, text })),
    detail: async (): Promise<ConversationDetail> => conversationDetailSchema.parse(await send('GET', place)),
    messages: async (afterSeq = 0): Promise<Message[]> => z.object({ messages: z.array(messageSchema) }).parse(await send('GET', `${place}/messages?afterSeq=${afterSeq}`)).messages,
    turns: async (): Promise<ConversationTurn[]> => z.object({ turns: z.array(turnSchema) }).parse(await send('GET', `${place}/turns`)).turns,
    turn: async (number: number): Promise<ConversationTurnDetail> => turnDetailSchema.parse(await send('GET', `${place}/turns/${number}`)),
    post: async (what: string, body: object): Promise<TurnAnswer> => turnAnswerSchema.parse(await send('POST', `${place}/${what}`, body)),
  };
}
export type Talk = ReturnType<typeof talkTo>;

/** Begins a conversation; without more, a live one in which the bot greets. */
export async function begin(send: Send, botId: string, more: object = {}): Promise<Talk & { conversation: Conversation; first: Message[] }> {
  const answer = await send('POST', `/bots/${botId}/conversations`, { kind: 'live', ...more });
  const { conversation, messages } = z.object({ conversation: conversationSchema, messages: z.array(messageSchema) }).parse(answer);
  return { ...talkTo(send, conversation.id), conversation, first: messages };
}

/** Resolves once `look` gives what was waited for; for what happens by itself, such as timers. */
export async function until<T>(look: () => Promise<T | null | false>, withinMs = 15_000): Promise<T> {
  for (const deadlineMs = Date.now() + withinMs; Date.now() < deadlineMs; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const found = await look();
    if (found) return found;
  }
  throw new Error('It did not happen in time.');
}
