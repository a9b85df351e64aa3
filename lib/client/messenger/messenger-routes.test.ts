import { describe, expect, it } from 'vitest';
import * as contracts from '@/lib/modules/messenger/messenger.contract';
import { messengerRoutes, type MessengerRoute } from './messenger-routes';

describe('messengerRoutes', () => {
  it.each(Object.keys(messengerRoutes) as MessengerRoute[])('has %s where its contract says', (name) => {
    expect(messengerRoutes[name]).toEqual([contracts[name].method, contracts[name].path]);
  });
});
