import { describe, expect, it } from 'vitest';
import { readOptions } from './read-options';

const src = 'https://parley.example/messenger.js';
const read = (data: Record<string, string>, pageLanguage = '') => readOptions({ src, data: { channel: 'ch-1', ...data }, pageLanguage });

describe('the options of the script tag', () => {
  it('have defaults for everything but the channel', () => {
    expect(read({})).toEqual({ channelId: 'ch-1', frameUrl: 'https://parley.example/messenger/ch-1', language: null, isOpen: false, isHidden: false, zIndex: 2_147_483_000, title: 'Messenger' });
    expect(read({ channel: ' ' })).toBeNull();
  });

  it('find Parley where the script came from, below a path and with a query too', () => {
    const at = (address: string) => readOptions({ src: address, data: { channel: 'a/b' }, pageLanguage: '' })?.frameUrl;
    expect(at('https://shop.example/parley/messenger.js?v=2')).toBe('https://shop.example/parley/messenger/a%2Fb');
  });

  it.each([
    [{ open: '' }, { isOpen: true }],
    [{ open: 'true' }, { isOpen: true }],
    [{ open: 'False' }, { isOpen: false }],
    [{ hidden: '' }, { isHidden: true }],
    [{ zIndex: '50' }, { zIndex: 50 }],
    [{ zIndex: 'high' }, { zIndex: 2_147_483_000 }],
    [{ title: 'Ask us' }, { title: 'Ask us' }],
    [{ language: 'de-CH' }, { language: 'de-CH' }],
    [{ language: 'Deutsch, bitte' }, { language: null }],
  ])('%j gives %j', (data, expected) => {
    expect(read(data as Record<string, string>)).toMatchObject(expected);
  });

  it('take the language of the page where the tag names none', () => {
    expect(read({}, 'fr')?.language).toBe('fr');
    expect(read({ language: 'de' }, 'fr')?.language).toBe('de');
    expect(read({}, 'not a language')?.language).toBeNull();
  });
});
