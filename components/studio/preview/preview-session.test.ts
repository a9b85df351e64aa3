import { describe, expect, it } from 'vitest';
import { emptyPreviewSession, parsePreviewSession, type PendingMessage } from './preview-session';

const pending: PendingMessage = { messageId: 'm', conversationId: 'c', text: 'hello', payload: null, metadata: [], attachments: [], afterSeq: 0, problem: null, isRefused: false };

describe('what a preview remembers over a reload', () => {
  it('keeps what was under way as something to send again, never as sent', () => {
    const restored = parsePreviewSession(JSON.stringify({ ...emptyPreviewSession, conversationId: 'c', pending: [pending] }));
    expect(restored.conversationId).toBe('c');
    expect(restored.pending).toMatchObject([{ messageId: 'm', text: 'hello', problem: expect.stringContaining('Send it again') as string }]);
  });

  it.each([[null], ['{'], ['{"conversationId":1}'], ['[]']])('begins anew from %s', (stored) => {
    expect(parsePreviewSession(stored)).toEqual(emptyPreviewSession);
  });
});
