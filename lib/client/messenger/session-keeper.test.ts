import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSessionKeeper } from './session-keeper';

type Asked = { identity: string | null; token: string | null; answer: (token: string) => void; refuse: () => void };

/** A keeper whose requests are answered when, and in which order, the test wants. */
function prepare() {
  const asked: Asked[] = [];
  const written: (string | null)[] = [];
  vi.stubGlobal('fetch', (_url: unknown, init: { body: string }) => {
    const { identity, token: given }: { identity: string | null; token: string | null } = JSON.parse(init.body);
    return new Promise<Response>((resolve) => {
      asked.push({
        identity,
        token: given,
        answer: (token) => resolve(Response.json({ token, expiresAt: '2030-01-01T00:00:00.000Z', contact: { id: token, isIdentified: identity !== null } }, { status: 201 })),
        refuse: () => resolve(Response.json({ type: 'about:blank', title: 'Unauthorized', status: 401, code: 'messenger/wrong-identity', detail: 'Wrong.' }, { status: 401 })),
      });
    });
  });
  const keeper = createSessionKeeper({ channelId: 'c', readToken: () => null, writeToken: (token) => void written.push(token), readLanguage: () => null, onSession: () => undefined });
  const nextAsked = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));
  return { keeper, asked, written, nextAsked };
}

describe('identity and session', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('an anonymous session that was being opened never takes the place of the identified one', async () => {
    const { keeper, asked, nextAsked } = prepare();
    const anonymous = keeper.ready();
    const identified = keeper.identify('jwt');
    await nextAsked(1);
    asked[0]?.answer('anonymous');
    await nextAsked(2);
    asked[1]?.answer('ada');
    await identified;
    expect(await anonymous).toBe('anonymous');
    expect(await keeper.ready()).toBe('ada');
  });

  it('whoever needs a session while the site identifies the visitor gets that one, and no second is asked for', async () => {
    const { keeper, asked, nextAsked } = prepare();
    const identified = keeper.identify('jwt');
    const needed = keeper.ready();
    await nextAsked(1);
    asked[0]?.answer('ada');
    await identified;
    expect(await needed).toBe('ada');
    expect(asked).toHaveLength(1);
  });

  it('a refused identity is told to the site, and the visitor goes on as somebody unknown', async () => {
    const { keeper, asked, nextAsked } = prepare();
    const identified = keeper.identify('forged');
    const needed = keeper.ready();
    await nextAsked(1);
    asked[0]?.refuse();
    await expect(identified).rejects.toMatchObject({ code: 'messenger/wrong-identity' });
    await nextAsked(2);
    expect(asked[1]?.identity).toBeNull();
    asked[1]?.answer('somebody');
    expect(await needed).toBe('somebody');
  });

  it('an answer that comes after its visitor has signed out is nobody’s', async () => {
    const { keeper, asked, nextAsked } = prepare();
    let answer: (text: string) => void = () => undefined;
    const reading = keeper.with(() => new Promise<string>((resolve) => (answer = resolve)));
    await nextAsked(1);
    asked[0]?.answer('ada');
    await vi.waitFor(() => expect(keeper.isBegun()).toBe(true));
    await Promise.resolve();
    keeper.forget();
    answer('Ada’s history');
    await expect(reading).rejects.toMatchObject({ code: 'client/visitor-left' });
  });

  it('an answer that comes after somebody anonymous has signed in is still theirs', async () => {
    const { keeper, asked, nextAsked } = prepare();
    let answer: (text: string) => void = () => undefined;
    const reading = keeper.with(() => new Promise<string>((resolve) => (answer = resolve)));
    await nextAsked(1);
    asked[0]?.answer('somebody');
    await vi.waitFor(() => expect(keeper.isBegun()).toBe(true));
    const identified = keeper.identify('jwt');
    await nextAsked(2);
    asked[1]?.answer('ada');
    await identified;
    answer('What somebody said');
    expect(await reading).toBe('What somebody said');
  });

  it('follows another tab to its visitor, and writes nothing that this tab would hear of', async () => {
    const { keeper, asked, written, nextAsked } = prepare();
    const identified = keeper.identify('jwt');
    await nextAsked(1);
    asked[0]?.answer('ada');
    await identified;
    const adopted = keeper.adopt('bob-of-the-other-tab');
    await nextAsked(2);
    expect(asked[1]).toMatchObject({ token: 'bob-of-the-other-tab', identity: null });
    asked[1]?.answer('bob');
    await adopted;
    expect([await keeper.ready(), written]).toEqual(['bob', ['ada']]);
    keeper.forget({ isKept: true });
    expect(written).toEqual(['ada']);
  });
});
