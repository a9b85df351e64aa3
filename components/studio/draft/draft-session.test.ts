import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { DraftPorts } from '@/components/studio/draft/draft-saver';
import { createDraftSession } from '@/components/studio/draft/draft-session';
import { ApiProblem } from '@/lib/client/call-api';
import { botContentSchema, type BotContent } from '@/lib/engine/program/bot-content.schema';
import { applyChanges, readPlace } from '@/lib/modules/draft/apply-changes.rules';
import type { DraftChange } from '@/lib/modules/draft/draft-change.schema';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = botContentSchema.parse({ globalFunctions: 'a', intents: { i: { id: 'i', name: 'Intent' } } });

function problem(status: number, code: string, extra: object = {}): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title: '', status, code, detail: 'No.', requestId: '', ...extra });
}

/** A server that keeps a draft in memory by the contract of PATCH /bots/{botId}/draft. */
function memoryServer() {
  const server = {
    content: start,
    version: 1,
    saves: [] as DraftChange[][],
    failure: null as ApiProblem | null,
    /** Another window's save. */
    edit(recipe: (content: BotContent) => BotContent) {
      server.content = recipe(server.content);
      server.version += 1;
    },
  };
  const ports: DraftPorts = {
    load: () => Promise.resolve({ content: structuredClone(server.content), version: server.version, updatedAt: '' }),
    readVersion: () => Promise.resolve(server.version),
    save(changes) {
      server.saves.push(changes);
      if (server.failure) return Promise.reject(server.failure);
      const issues = changes.flatMap(({ after }, index) => (after === 'too long' ? [{ path: ['changes', index, 'after'], message: 'Use less.' }] : []));
      if (issues.length > 0) return Promise.reject(problem(400, 'draft/invalid', { issues }));
      const isStale = changes.some(({ place, before }) => !isSameJson(readPlace(server.content, place), before));
      if (isStale) return Promise.reject(problem(409, 'draft/changed-meanwhile'));
      server.edit((content) => applyChanges(content, changes));
      return Promise.resolve({ version: server.version, updatedAt: '' });
    },
  };
  return { server, ports };
}

function open() {
  const { server, ports } = memoryServer();
  const session = createDraftSession({ content: start, version: 1 }, ports);
  const write = (text: string) => session.change('Edit functions', (content) => void (content.globalFunctions = text));
  return { server, session, write, state: () => session.snapshot().saveState };
}

describe('a draft session', () => {
  it('saves what was typed in one request once typing rests', async () => {
    const { server, write, state } = open();
    write('ab');
    await vi.advanceTimersByTimeAsync(400);
    write('abc');
    await vi.advanceTimersByTimeAsync(400);
    expect(server.saves).toEqual([]);
    expect(state()).toBe('waiting');
    await vi.advanceTimersByTimeAsync(300);
    expect(server.saves).toHaveLength(1);
    expect(server.content.globalFunctions).toBe('abc');
    expect(state()).toBe('saved');
  });

  it('tries again with growing pauses while the server does not answer, and loses nothing', async () => {
    const { server, write, state } = open();
    server.failure = problem(0, 'client/unreachable');
    write('x');
    await vi.advanceTimersByTimeAsync(600);
    expect(state()).toBe('offline');
    write('xy');
    await vi.advanceTimersByTimeAsync(999);
    expect(server.saves).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.saves).toHaveLength(2);
    server.failure = null;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.content.globalFunctions).toBe('xy');
    expect(state()).toBe('saved');
  });

  it('goes on saving when the server is back and somebody else changed the same text meanwhile', async () => {
    const { server, write, session, state } = open();
    server.failure = problem(0, 'client/unreachable');
    write('mine');
    await vi.advanceTimersByTimeAsync(600);
    server.edit((content) => ({ ...content, globalFunctions: 'theirs' }));
    server.failure = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state()).toBe('conflict');
    session.decide(['globalFunctions'], 'theirs');
    expect(state()).toBe('saved');
    session.undo();
    await vi.advanceTimersByTimeAsync(600);
    expect(server.content.globalFunctions).toBe('mine');
    expect(state()).toBe('saved');
  });

  it('puts its change on top when another window saved first', async () => {
    const { server, write, session, state } = open();
    server.edit((content) => ({ ...content, settings: { ...content.settings, language: 'de' } }));
    write('x');
    await vi.advanceTimersByTimeAsync(600);
    expect(server.content).toMatchObject({ globalFunctions: 'x', settings: { language: 'de' } });
    expect(session.snapshot().content.settings.language).toBe('de');
    expect(state()).toBe('saved');
  });

  it('asks when another window changed the same text, and sends the choice', async () => {
    const { server, write, session, state } = open();
    server.edit((content) => ({ ...content, globalFunctions: 'theirs' }));
    write('mine');
    await vi.advanceTimersByTimeAsync(600);
    expect(state()).toBe('conflict');
    expect(server.content.globalFunctions).toBe('theirs');
    session.decide(['globalFunctions'], 'mine');
    await vi.advanceTimersByTimeAsync(600);
    expect(server.content.globalFunctions).toBe('mine');
    expect(state()).toBe('saved');
  });

  it('sets a value that the server refuses aside, says why, and saves the rest', async () => {
    const { server, write, session, state } = open();
    session.change('Rename', (content) => void Object.assign(content.intents.i ?? {}, { name: 'New' }));
    write('too long');
    await vi.advanceTimersByTimeAsync(600);
    expect(state()).toBe('refused');
    expect(server.content.intents.i?.name).toBe('New');
    expect(session.snapshot().refusals).toMatchObject([{ place: ['globalFunctions'], message: 'Use less.' }]);
    write('short');
    await vi.advanceTimersByTimeAsync(600);
    expect(server.content.globalFunctions).toBe('short');
    expect(state()).toBe('saved');
  });

  it('follows what others save, and keeps its undo', async () => {
    const { server, session, write } = open();
    write('x');
    await vi.advanceTimersByTimeAsync(600);
    server.edit((content) => ({ ...content, settings: { ...content.settings, language: 'de' } }));
    await session.follow();
    expect(session.snapshot().content).toMatchObject({ globalFunctions: 'x', settings: { language: 'de' } });
    expect(session.undo()?.label).toBe('Edit functions');
    expect(session.snapshot().content).toMatchObject({ globalFunctions: 'a', settings: { language: 'de' } });
  });

  it('asks for nothing while nothing changed', async () => {
    const { server, session } = open();
    const before = session.snapshot().content;
    await session.follow();
    expect(session.snapshot().content).toBe(before);
    expect(server.saves).toEqual([]);
  });
});
