import { describe, expect, it } from 'vitest';
import { toOwnPath, toSignInHref } from './own-path';

describe('toOwnPath', () => {
  it.each(['/bots/1/integrations?tab=headers#row-2', '/settings', '/docs/api#listBots'])('goes on to the own path %s', (path) => {
    expect(toOwnPath(path)).toBe(path);
  });

  it.each([
    ['a whole address', 'https://evil.example/bots'],
    ['two slashes', '//evil.example'],
    ['a slash and a backslash', '/\\evil.example'],
    ['a tab that browsers drop', '/\t/evil.example'],
    ['dot segments that leave two slashes', '/.//evil.example'],
    ['a script address', 'javascript:alert(1)'],
    ['a relative path', 'bots'],
    ['the sign-in page itself', '/sign-in?next=/sign-in'],
    ['nothing', null],
  ])('refuses an open redirect by %s', (_, next) => {
    expect(toOwnPath(next)).toBe('/bots');
  });
});

describe('toSignInHref', () => {
  it('leads back to where one was', () => {
    expect(toSignInHref('/bots/1?tab=a&b=c')).toBe('/sign-in?next=%2Fbots%2F1%3Ftab%3Da%26b%3Dc');
  });

  it('says nothing about the start page', () => {
    expect(toSignInHref('/bots')).toBe('/sign-in');
  });
});
