import { describe, expect, it } from 'vitest';
import { generateMasterKey } from '@/lib/platform/vault/master-key';
import { createPageTokens } from '@/lib/modules/web-view/page-tokens';
import { authenticateConsumer } from './authenticate-consumer';
import { createMessengerTokens, type MessengerGrant } from './messenger-tokens';

const [oldKey, key] = [generateMasterKey(), generateMasterKey()];
const tokens = createMessengerTokens({ keys: [key], currentKeyId: key.id });
const grant: MessengerGrant = { contactId: 'contact-1', channelId: 'channel-1', workspaceId: 'workspace-1', isIdentified: false, expiresAtMs: 1_800_000_000_000 };
const token = tokens.sign(grant);
const [version = '', content = '', signature = ''] = token.split('.');
const withContent = (change: unknown[]) => [version, Buffer.from(JSON.stringify(change)).toString('base64url'), signature].join('.');

describe('a messenger’s token', () => {
  it('says what it was signed for', () => {
    expect(tokens.verify(token)).toEqual(grant);
  });

  it.each<[string, string]>([
    ['made up', 'ms1.e30.AAAA'],
    ['with another contact in it', withContent(['contact-2', 'channel-1', 'workspace-1', false, 1_800_000_000])],
    ['with another channel in it', withContent(['contact-1', 'channel-2', 'workspace-1', false, 1_800_000_000])],
    ['made to last longer', withContent(['contact-1', 'channel-1', 'workspace-1', false, 1_900_000_000])],
    ['without its signature', `${version}.${content}.`],
    ['with a cut signature', token.slice(0, -1)],
    ['with something behind it', `${token}A`],
    ['of another version', token.replace('ms1', 'ms2')],
    ['empty', ''],
    ['a page’s token', createPageTokens({ keys: [key], currentKeyId: key.id }).sign({ botId: 'b', conversationId: 'c', turnNumber: 1, expiresAtMs: 1_800_000_000_000 })],
  ])('is refused when it is %s', (_what, forged) => {
    expect(tokens.verify(forged)).toBeNull();
  });

  it('signed under another installation’s key is refused', () => {
    const theirs = createMessengerTokens({ keys: [oldKey], currentKeyId: oldKey.id });
    expect(tokens.verify(theirs.sign(grant))).toBeNull();
  });

  it('is still good after the master key was changed, as long as the old one is at hand', () => {
    const before = createMessengerTokens({ keys: [oldKey], currentKeyId: oldKey.id });
    const after = createMessengerTokens({ keys: [key, oldKey], currentKeyId: key.id });
    expect(after.verify(before.sign(grant))).toEqual(grant);
  });
});

describe('who sends a messenger’s request', () => {
  const ask = (authorization: string | null, nowMs = grant.expiresAtMs - 1) => () =>
    authenticateConsumer({ tokens, clock: { nowMs: () => nowMs } }, new Headers(authorization === null ? {} : { authorization }));

  it('is known by the bearer token, whatever the case of the scheme', () => {
    const scope = { contactId: 'contact-1', channelId: 'channel-1', workspaceId: 'workspace-1', expiresAtMs: grant.expiresAtMs };
    expect([ask(`Bearer ${token}`)(), ask(`bearer ${token}`)()]).toEqual([scope, scope]);
  });

  it.each([
    ['without the header', null, undefined],
    ['with the bare token', token, undefined],
    ['with another scheme', `Basic ${token}`, undefined],
    ['with an expired token', `Bearer ${token}`, grant.expiresAtMs],
  ])('is refused %s', (_what, authorization, nowMs) => {
    expect(ask(authorization, nowMs)).toThrow(expect.objectContaining({ code: 'messenger/session-required', kind: 'unauthenticated' }));
  });
});
