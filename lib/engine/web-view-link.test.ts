import { describe, expect, it } from 'vitest';
import { newConversationState } from './state/new-conversation-state';
import { consumerSchema } from './state/conversation-state.schema';
import { toWebViewQuery, withQuery } from './web-view-link';

describe('links to pages', () => {
  it('carry the ids encoded, and a token only when there is one', () => {
    const state = newConversationState({ conversationId: 'c 1', consumer: consumerSchema.parse({ id: 'a&b=c' }), accountId: 'a', permanent: {}, atMs: 0 });
    expect(toWebViewQuery({ botId: 'bot', state, token: null })).toBe('userId=a%26b%3Dc&convId=c%201&botId=bot');
    expect(toWebViewQuery({ botId: 'bot', state, token: 't.1' })).toBe('userId=a%26b%3Dc&convId=c%201&botId=bot&token=t.1');
  });

  it.each([
    ['https://x.y/form', 'https://x.y/form?q=1'],
    ['https://x.y/form?a=b', 'https://x.y/form?a=b&q=1'],
    ['https://x.y/form?', 'https://x.y/form?q=1'],
    ['https://x.y/form?a=b&', 'https://x.y/form?a=b&q=1'],
    ['https://x.y/form#top', 'https://x.y/form?q=1#top'],
    ['/samples/card?a#b', '/samples/card?a&q=1#b'],
  ])('add the query to %s before the fragment', (address, expected) => {
    expect(withQuery(address, 'q=1')).toBe(expected);
  });
});
