import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Messenger } from './create-messenger';
import type { CallBody } from './frame-link';
import { createListeners } from './listeners';
import { createParleyApi } from './parley-api';

function prepare() {
  const calls: CallBody[] = [];
  const messenger: Messenger = {
    listeners: createListeners(),
    setOpen: () => undefined,
    setHidden: () => undefined,
    call(body) {
      calls.push(body);
      return Promise.resolve({ conversationId: 'c' });
    },
    onSignedOut: () => undefined,
    getState: () => ({ status: 'ready', channelId: 'ch', isOpen: false, isHidden: false, unreadCount: 0 }),
  };
  return { calls, parley: createParleyApi(messenger) };
}

describe('startConversation', () => {
  const warnings: string[] = [];
  beforeEach(() => {
    warnings.length = 0;
    vi.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text));
  });
  afterEach(() => vi.restoreAllMocks());

  it.each([{ message: '' }, { message: '  \n' }, { dialog: '' }, { message: 5 }, 'hello', null])('says what is wrong with %j, and begins nothing', async (options) => {
    const { calls, parley } = prepare();
    // As a site's script, which knows no types.
    await expect(parley.startConversation(options as object)).rejects.toMatchObject({ code: 'messenger/wrong-argument', message: expect.stringContaining('startConversation({ message, dialog }) takes') });
    expect([calls, warnings.length]).toEqual([[], 1]);
  });

  it('names what it does not know, and does the rest', async () => {
    const { calls, parley } = prepare();
    await parley.startConversation({ mesage: 'hi', dialog: 'Welcome' } as object);
    expect(calls).toEqual([{ kind: 'start-conversation', message: null, dialog: 'Welcome' }]);
    expect(warnings).toEqual([expect.stringContaining('mesage')]);
  });
});
