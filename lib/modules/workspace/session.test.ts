import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';

const PUBLIC_URL = 'http://parley.example';
let api: TestApi;
/** Address of the caller, as our proxy tells it; another one per test, because tries are counted by address. */
let client: string;
let testCount = 0;
beforeEach(async () => {
  testCount += 1;
  client = `198.51.100.${testCount}`;
  api = await startTestApi({ PUBLIC_URL });
});
afterEach(() => api.stop());

const OWNER = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' };

/** A request as a browser on our own pages sends it. */
const send = (path: string, { body, cookie = '' }: { body?: object; cookie?: string } = {}) =>
  fetch(`${api.origin}/api${path}`, {
    method: body ? 'POST' : 'GET', redirect: 'manual',
    headers: { origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': client, ...(body ? { 'content-type': 'application/json' } : {}), ...(cookie ? { cookie } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const signIn = (password = OWNER.password) => send('/auth/sign-in/email', { body: { email: OWNER.email, password } });
const toCookie = (response: Response) => response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
const isSignedIn = async (cookie: string) => (await send('/account', { cookie })).status === 200;
const setUp = () => send('/setup/owner', { body: OWNER });

describe('first start', () => {
  it('makes the owner and signs them in', async () => {
    expect(await (await send('/setup')).json()).toEqual({ hasOwner: false });
    const created = await setUp();
    expect(created.status).toBe(204);
    expect(await (await send('/account', { cookie: toCookie(created) })).json()).toMatchObject({ name: 'Ada', email: OWNER.email });
    expect(await (await send('/setup')).json()).toEqual({ hasOwner: true });
  });

  it('makes one owner only, also when two come at once', async () => {
    const answers = await Promise.all([setUp(), send('/setup/owner', { body: { ...OWNER, email: 'eve@example.com' } }), setUp()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    const late = await send('/setup/owner', { body: { ...OWNER, email: 'late@example.com' } });
    expect([late.status, await late.json()]).toMatchObject([409, { code: 'setup/owner-exists' }]);
    expect([await api.deps.db.user.count(), await api.deps.db.membership.count()]).toEqual([1, 1]);
  });

  it.each([
    [{ password: 'short' }, 'password'],
    [{ password: 'password12' }, 'password'],
    [{ password: 'aaaaaaaaaaaa' }, 'password'],
    [{ email: 'adalovelace@example.com', password: 'adalovelace1' }, 'password'],
    [{ email: 'not an address' }, 'email'],
    [{ name: ' ' }, 'name'],
  ])('refuses %j at its field, and no account is made', async (changes, field) => {
    const answer = await send('/setup/owner', { body: { ...OWNER, ...changes } });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'request/invalid-body', issues: [{ path: [field], message: expect.any(String) }] }]);
    expect(await api.deps.db.user.count()).toBe(0);
  });

  it('can’t be passed by: signing up over HTTP is off', async () => {
    for (const hasOwner of [false, true]) {
      if (hasOwner) await setUp();
      const answer = await send('/auth/sign-up/email', { body: { name: 'Eve', email: 'eve@example.com', password: 'correct horse battery' } });
      expect(answer.status).toBe(404);
    }
    expect(await api.deps.db.user.count()).toBe(1);
  });

  it.each(['/auth/change-password', '/auth/update-user', '/auth/change-email', '/auth/delete-user', '/auth/request-password-reset', '/auth/sign-in/social'])('offers no second way: %s', async (path) => {
    const cookie = toCookie(await setUp());
    expect((await send(path, { cookie, body: { newPassword: 'correct horse battery 2', currentPassword: OWNER.password, name: 'x', email: OWNER.email, newEmail: 'e@example.com', provider: 'github' } })).status).toBe(404);
  });
});

describe('signing in', () => {
  it('gives a session in cookies that scripts can’t read and other sites can’t send', async () => {
    await setUp();
    const response = await signIn();
    expect(response.status).toBe(200);
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly/i);
    for (const cookie of cookies) expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
    for (const cookie of cookies) expect(cookie).toMatch(/Path=\//i);
    expect(await isSignedIn(toCookie(response))).toBe(true);
  });

  it('is refused alike for a wrong password and an unknown address', async () => {
    await setUp();
    const wrong = await signIn('wrong horse battery');
    const unknown = await send('/auth/sign-in/email', { body: { email: 'nobody@example.com', password: OWNER.password } });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });
});

describe('a session', () => {
  it('ends by signing out, for a stolen copy of its cookies too', async () => {
    await setUp();
    const cookie = toCookie(await signIn());
    const other = toCookie(await signIn());
    expect(await isSignedIn(cookie)).toBe(true);
    expect((await send('/auth/sign-out', { cookie, body: {} })).status).toBe(200);
    expect(await isSignedIn(cookie)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
  });

  it('of another device ends when the password changes; this one goes on', async () => {
    await setUp();
    const [here, elsewhere] = [toCookie(await signIn()), toCookie(await signIn())];
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, true]);
    const changed = await send('/account/password', { cookie: here, body: { currentPassword: OWNER.password, newPassword: 'another horse battery' } });
    expect(changed.status).toBe(204);
    expect(await isSignedIn(toCookie(changed))).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect([(await signIn()).status, (await signIn('another horse battery')).status]).toEqual([401, 200]);
  });

  it('is not given by a cookie whose signature is forged', async () => {
    const cookie = toCookie(await setUp());
    expect(await isSignedIn(cookie)).toBe(true);
    expect(await isSignedIn(cookie.replace(/\.[^;]{6}/g, '.AAAAAA'))).toBe(false);
  });
});

describe('a session’s cookie', () => {
  it('opens nothing after the session’s time, however often it is shown', async () => {
    const cookie = toCookie(await setUp());
    await api.deps.db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect([await isSignedIn(cookie), await isSignedIn(cookie)]).toEqual([false, false]);
  });

  it('signed with another secret opens nothing, also when its token is in the database', async () => {
    const cookie = toCookie(await setUp());
    const other = await startTestApi();
    const foreign = await other.join('eve');
    const [theirs] = await other.deps.db.session.findMany();
    await other.stop();
    await api.deps.db.session.updateMany({ data: { token: theirs?.token ?? '' } });
    expect([await isSignedIn(foreign.cookie), await isSignedIn(cookie)]).toEqual([false, false]);
  });

  it('is good for its own token only, not for that of another session', async () => {
    const [mine, elsewhere] = [toCookie(await setUp()), toCookie(await signIn())];
    const [name, token, signature] = [...(/^([^=]+)=([^.]+)\.(.+)$/.exec(mine)?.slice(1) ?? [])];
    const otherToken = /=([^.]+)\./.exec(elsewhere)?.[1];
    expect(await isSignedIn(`${name}=${token}.${signature}`)).toBe(true);
    expect(await isSignedIn(`${name}=${otherToken}.${signature}`)).toBe(false);
  });

  it('is read rightly for many people at once, one after the other too', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => api.join(`person-${index}`)));
    for (let round = 0; round < 3; round += 1) {
      api.deps.configCache.forgetAll();
      const accounts = await Promise.all(people.map((person) => person.call('GET', '/account')));
      expect(accounts.map(({ body }) => body)).toMatchObject(people.map((_, index) => ({ name: `person-${index}` })));
    }
  });
});

describe('changing the password', () => {
  it('needs the current one, and a new one that is strong enough', async () => {
    const cookie = toCookie(await setUp());
    const change = async (body: object) => {
      const answer = await send('/account/password', { cookie, body });
      return [answer.status, await answer.json()];
    };
    expect(await change({ currentPassword: 'wrong horse battery', newPassword: 'another horse battery' })).toMatchObject([400, { code: 'account/wrong-password', issues: [{ path: ['currentPassword'] }] }]);
    expect(await change({ currentPassword: OWNER.password, newPassword: 'short' })).toMatchObject([400, { issues: [{ path: ['newPassword'] }] }]);
    expect((await signIn()).status).toBe(200);
  });

  it('whoever found an open session can’t guess the current one: eight tries', async () => {
    const cookie = toCookie(await setUp());
    const statuses: number[] = [];
    for (let guess = 0; guess < 9; guess += 1) {
      const answer = await send('/account/password', { cookie, body: { currentPassword: `guess ${guess}`, newPassword: 'another horse battery' } });
      statuses.push(answer.status);
      if (answer.status === 429) expect([Number(answer.headers.get('retry-after')) > 0, await answer.json()]).toMatchObject([true, { code: 'account/too-many-tries' }]);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 429]);
  });
});
