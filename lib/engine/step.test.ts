import { describe, expect, test } from 'vitest';
import type { TurnEvent } from './event.schema';
import { programSchema } from './program/program.schema';
import { runTurn } from './run-turn';
import { consumerSchema } from './state/conversation-state.schema';
import { newConversationState } from './state/new-conversation-state';
import { step } from './step';

const program = programSchema.parse({
  botId: 'bot-1',
  releaseNumber: 1,
  integrations: {},
  dialogIds: ['go'],
  dialogs: { go: { id: 'go', name: 'Go', starter: { patterns: ['go'] }, interactionIds: ['a'] } },
  interactions: { a: { kind: 'text', id: 'a', name: 'a', text: 'Hello.', preProcess: 'code' } },
});
const state = newConversationState({ conversationId: 'c1', consumer: consumerSchema.parse({ id: 'u1' }), accountId: 'a1', permanent: {}, atMs: 0 });
const event: TurnEvent = { kind: 'message-received', atMs: 1_000, messageId: 'm1', text: 'go', payload: null, metadata: [], attachments: [] };
const scriptFinished = { kind: 'script-finished' as const, key: 't1:1', atMs: 2_000, result: { end: { kind: 'finished' as const }, commands: [], console: [], durationMs: 1 } };

describe('step', () => {
  test('a request is the last effect, and its answer says only what is new', () => {
    const asked = step(program, state, { event, environment: {} });
    expect(asked.effects.map(({ kind }) => kind)).toEqual(['send-message', 'run-script']);
    const done = step(program, asked.state, { event: scriptFinished, environment: {} });
    expect(done.effects).toMatchObject([{ kind: 'send-message', message: { seq: 2, plainText: 'Hello.', createdAt: '1970-01-01T00:00:02.000Z' } }]);
    expect(done.state.turn).toBeNull();
  });

  test('an answer to nothing is refused', () => {
    expect(() => step(program, state, { event: scriptFinished, environment: {} })).toThrow(expect.objectContaining({ code: 'engine/unexpected-event' }));
  });

  test('an answer under another key is refused', () => {
    const asked = step(program, state, { event, environment: {} });
    expect(() => step(program, asked.state, { event: { ...scriptFinished, key: 't1:2' }, environment: {} })).toThrow(expect.objectContaining({ code: 'engine/unexpected-event' }));
  });

  test('a second event during a turn is refused', () => {
    const asked = step(program, state, { event, environment: {} });
    expect(() => step(program, asked.state, { event, environment: {} })).toThrow(expect.objectContaining({ code: 'engine/unexpected-event' }));
  });
});

describe('runTurn', () => {
  test('the port sees the messages before its request, and a rejection changes nothing', async () => {
    const seen: string[] = [];
    const turn = runTurn(
      { program, state, event, environment: {}, journal: [] },
      {
        answer: (_, soFar) => {
          seen.push(...soFar.map(({ kind }) => kind));
          return Promise.reject(new Error('stopping'));
        },
      },
    );
    await expect(turn).rejects.toThrow('stopping');
    expect(seen).toEqual(['send-message']);
    expect(state).toMatchObject({ turnCount: 0, nextSeq: 1 });
  });
});
