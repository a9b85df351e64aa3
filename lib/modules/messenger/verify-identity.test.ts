import { generateKeyPairSync } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '@/lib/platform/manual-clock';
import { verifyIdentity } from './verify-identity';

const NOW_S = 1_800_000_000;
const SECRET = 'the-secret-of-this-messenger-43-characters-';
const OTHER_SECRET = 'the-secret-of-another-messenger-43-charactr';
const clock = createManualClock(NOW_S * 1_000);
const whole = { sub: 'customer-81', iat: NOW_S - 5, exp: NOW_S + 600 };

const sign = (claims: object, { secret = SECRET, alg = 'HS256', ...header }: { secret?: string; alg?: string; crit?: string[] } = {}) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg, ...header }).sign(new TextEncoder().encode(secret));
const verify = (identity: string) => verifyIdentity({ clock }, identity, SECRET);

describe('a signed identity', () => {
  it('says who somebody is, what is known of them, and until when that is good', async () => {
    const claims = { ...whole, name: 'Ada Lovelace', email: 'ada@example.com', phone_number: '+44 1', gender: 'f', salutation: 'ms', admin: true };
    expect(await verify(await sign(claims))).toEqual({
      externalId: 'customer-81',
      info: { name: 'Ada Lovelace', email: 'ada@example.com', phoneNumber: '+44 1', gender: 'f', salutation: 'ms' },
      expiresAtMs: (NOW_S + 600) * 1_000,
    });
  });

  it('leaves out what it can’t use, instead of keeping somebody from talking', async () => {
    const claims = { ...whole, name: null, email: 'not given', gender: 'unknown', company: '', city: 7, mobileNumber: '+44 2' };
    expect((await verify(await sign(claims))).info).toEqual({ mobileNumber: '+44 2' });
  });

  it.each([
    ['begun a little later than now, by a clock that goes fast', { iat: NOW_S + 20 }],
    ['ended a moment ago, by a clock that goes slow', { exp: NOW_S - 20 }],
    ['with an id of 255 characters', { sub: 'x'.repeat(255) }],
  ])('is accepted %s', async (_what, change) => {
    await expect(verify(await sign({ ...whole, ...change }))).resolves.toBeDefined();
  });

  it.each([
    ['with “alg: none” and no signature', () => Promise.resolve(new UnsecuredJWT(whole).encode())],
    ['with “alg: none” and the signature of another token', async () => `${new UnsecuredJWT(whole).encode()}${(await sign(whole)).split('.')[2]}`],
    ['signed with RS256, the secret taken for a public key', () => new SignJWT(whole).setProtectedHeader({ alg: 'RS256' }).sign(generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey)],
    ['signed with HS512 under the right secret', () => sign(whole, { alg: 'HS512' })],
    ['signed with a wrong secret', () => sign(whole, { secret: 'wrong' })],
    ['signed with the secret of another channel', () => sign(whole, { secret: OTHER_SECRET })],
    ['whose claims were changed after signing', async () => (await sign(whole)).split('.').with(1, Buffer.from(JSON.stringify({ ...whole, sub: 'customer-1' })).toString('base64url')).join('.')],
    ['without its signature', async () => (await sign(whole)).replace(/[^.]*$/, '')],
    ['with a header that must be understood and is not', () => sign(whole, { crit: ['b64'] }).catch(() => 'e30.e30.e30')],
    ['without “sub”', () => sign({ iat: whole.iat, exp: whole.exp })],
    ['with an empty “sub”', () => sign({ ...whole, sub: '' })],
    ['with a “sub” of 256 characters', () => sign({ ...whole, sub: 'x'.repeat(256) })],
    ['with a number for “sub”', () => sign({ ...whole, sub: 81 })],
    ['with U+0000 in “sub”', () => sign({ ...whole, sub: 'a\0b' })],
    ['without “iat”', () => sign({ sub: 'x', exp: whole.exp })],
    ['with an “iat” in the future', () => sign({ ...whole, iat: NOW_S + 31 })],
    ['without “exp”', () => sign({ sub: 'x', iat: whole.iat })],
    ['with a text for “exp”', () => sign({ ...whole, exp: String(whole.exp) })],
    ['that is not yet good', () => sign({ ...whole, nbf: NOW_S + 60 })],
    ['that is no token', () => Promise.resolve('customer-81')],
    ['that is empty', () => Promise.resolve('')],
    ['with rubbish between its dots', () => Promise.resolve('a.b.c')],
  ])('is refused %s', async (_what, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ code: 'messenger/wrong-identity', kind: 'unauthenticated' });
  });

  it('is refused once it has expired', async () => {
    await expect(verify(await sign({ ...whole, exp: NOW_S - 31 }))).rejects.toMatchObject({ code: 'messenger/identity-expired', kind: 'unauthenticated' });
  });
});
