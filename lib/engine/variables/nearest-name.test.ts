import { describe, expect, it } from 'vitest';
import { findNearestName } from './nearest-name';

describe('findNearestName', () => {
  it.each([
    ['bankURL', ['bankUrl', 'customerId'], 'bankUrl'],
    ['custommerId', ['bankUrl', 'customerId'], 'customerId'],
    ['iba', ['iban', 'bic'], 'iban'],
    ['x', ['y'], null],
    ['nothing', ['bankUrl'], null],
    ['bankUrl', [], null],
  ])('%s among %j is %j', (name, candidates, expected) => {
    expect(findNearestName(name, candidates)).toBe(expected);
  });
});
