import { expect, it } from 'vitest';
import { toPageHash } from './page-hash.rules';
import { toPageHash as toNodeHash } from './web-view.fixture';

// Source: the vectors of the Web View Integration API's hash.
it.each([
  ['abcd', 'xyz', 'a0d9cf69fa7c6ddb2f361277d26953dd1e0cf367c238a0079ee02494b3ee3200'],
  ['a845678d-fe5a-429e-bc46-b25d524b9fa7', '795bb1534e34fc89050304e6f6827c41c50410d7', 'b922c0082c713607b2537d2dbf7c2d35f60281af71ec432abf57ba1ef99b6e8d'],
])('the hash of %s and %s is the vector’s', (conversationId, botId, expected) => {
  expect(toPageHash({ conversationId, botId })).toBe(expected);
});

it('is what Node makes of letters beyond ASCII', () => {
  const ids = { conversationId: 'ä€😀', botId: '' };
  expect(toPageHash(ids)).toBe(toNodeHash(ids));
});
