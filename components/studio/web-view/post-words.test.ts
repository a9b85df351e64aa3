import { describe, expect, it } from 'vitest';

import { describeAnswer } from '@/components/studio/web-view/post-words';
import type { PostAnswer } from '@/lib/modules/web-view/web-view-post.schema';

describe('the answer to a post', () => {
  it.each<[string, Omit<PostAnswer, 'eventId'>, string]>([
    ['sets and says', { turn: 4, variables: ['paid', 'amount'], message: 'delivered' }, 'The bot has it: 2 variables were set. The message was said for the consumer.'],
    ['sets one', { turn: 4, variables: ['paid'], message: 'none' }, 'The bot has it: paid was set. There was no message.'],
    ['sets nothing', { turn: 4, variables: [], message: 'none' }, 'The bot has it: No variable was set. There was no message.'],
    ['waits with all', { turn: null, variables: ['paid', 'amount'], message: 'queued' }, 'The post is queued: 2 variables and the message follow as soon as the bot is free.'],
    ['waits with a message', { turn: null, variables: [], message: 'queued' }, 'The post is queued: The message follows as soon as the bot is free.'],
    ['waits without a message', { turn: null, variables: ['paid'], message: 'none' }, 'The post is queued: paid follows as soon as the bot is free.'],
    ['waits with nothing', { turn: null, variables: [], message: 'none' }, 'The post is queued: It follows as soon as the bot is free.'],
  ])('that %s', (_, answer, words) => {
    const { what, why } = describeAnswer({ eventId: 'e', ...answer });
    expect(`${what}: ${why}`).toBe(words);
  });
});
