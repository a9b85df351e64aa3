import { describe, expect, it } from 'vitest';
import type { Message, MessagePart } from '@/lib/engine/messages/message.schema';
import { leadsTo } from './page-address.rules';

const URL_OF_PAGE = 'https://bank.example/card?conv=1&user=2';
const message = (part: MessagePart, kind: Message['actor']['kind'] = 'bot') => ({ actor: { kind, id: kind }, parts: [part] });
const button = { kind: 'url', id: 'b', label: 'Card', url: URL_OF_PAGE, target: 'web-view', height: 'tall' } as const;

describe('a message leads to an address', () => {
  it.each<[string, MessagePart]>([
    ['by a button of its own', { kind: 'url-button', label: 'Card', url: URL_OF_PAGE, target: 'web-view', height: 'full' }],
    ['by one of several buttons', { kind: 'buttons', buttons: [button] }],
    ['by a card of a carousel', { kind: 'carousel', layout: 'horizontal', cards: [{ title: 'Card', buttons: [button] }] }],
    ['by the picture of a card', { kind: 'carousel', layout: 'horizontal', cards: [{ title: 'Card', itemUrl: URL_OF_PAGE, buttons: [] }] }],
    ['by a link in its text', { kind: 'text', html: 'See <a href="https://bank.example/card?conv=1&amp;user=2">this</a>.' }],
    ['by an action of a rich message', { kind: 'universal', content: { type: 'button', click: { actions: [{ type: 'link', uri: URL_OF_PAGE }] } } }],
  ])('%s', (_what, part) => {
    expect(leadsTo(message(part), URL_OF_PAGE)).toBe(true);
  });

  it('but not to the beginning of one, nor to one that only stands in words', () => {
    expect(leadsTo(message({ kind: 'buttons', buttons: [button] }), 'https://bank.example/card')).toBe(false);
    expect(leadsTo(message({ kind: 'text', html: 'At https://bank.example/card?conv=1&amp;user=2 it is.' }), URL_OF_PAGE)).toBe(false);
  });

  it('never by what a consumer writes, who could name any address', () => {
    expect(leadsTo(message({ kind: 'buttons', buttons: [button] }, 'consumer'), URL_OF_PAGE)).toBe(false);
    expect(leadsTo(message({ kind: 'text', html: URL_OF_PAGE }, 'consumer'), URL_OF_PAGE)).toBe(false);
  });
});
