import { describe, expect, it } from 'vitest';
import { readCredential } from './post-credential';

/** Computed by the rule of conversation-builder reference, section 4.1. */
const VECTORS = [
  { conversationId: 'abcd', botId: 'xyz', sha256: 'a0d9cf69fa7c6ddb2f361277d26953dd1e0cf367c238a0079ee02494b3ee3200' },
  { conversationId: 'a845678d-fe5a-429e-bc46-b25d524b9fa7', botId: '795bb1534e34fc89050304e6f6827c41c50410d7', sha256: 'b922c0082c713607b2537d2dbf7c2d35f60281af71ec432abf57ba1ef99b6e8d' },
];

describe.each(VECTORS)('the hash of $conversationId', ({ sha256, ...ids }) => {
  it.each([sha256, sha256.toUpperCase(), ` ${sha256} `])('is accepted as %s', (authorization) => {
    expect(readCredential(authorization, ids)).toEqual({ kind: 'hash' });
  });

  it.each([sha256.slice(1), `${sha256}0`, `Basic ${sha256}`, sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), `ü${sha256.slice(2)}`])('is not %s', (authorization) => {
    expect(readCredential(authorization, ids)).toEqual(expect.objectContaining({ code: 'web-view/wrong-hash' }));
  });

  it('is not that of the ids in the other order', () => {
    expect(readCredential(sha256, { botId: ids.conversationId, conversationId: ids.botId })).toEqual(expect.objectContaining({ code: 'web-view/wrong-hash' }));
  });
});
