import { describe, expect, it } from 'vitest';
import { parseIpAddress } from '@/lib/modules/workspace/ip-address.rules';
import {
  allowRuleTextSchema,
  isAllowListed,
  parseAllowList,
  parseAllowRule,
} from '@/lib/modules/workspace/outbound-allow.rules';

function isAllowed(rules: string, target: { host: string; port: number; addressText: string }): boolean {
  const address = parseIpAddress(target.addressText);
  if (address === null) throw new Error(`not an address: ${target.addressText}`);
  return isAllowListed(parseAllowList(rules).list, { ...target, address });
}

describe('the allow-list', () => {
  it.each([
    ['api.example.com', 'api.example.com', 443, '10.0.0.1', true],
    ['API.Example.com.', 'api.example.com', 443, '10.0.0.1', true],
    ['api.example.com', 'api.example.com.evil.test', 443, '10.0.0.1', false],
    ['api.example.com', 'xapi.example.com', 443, '10.0.0.1', false],
    ['*.example.com', 'a.b.example.com', 443, '10.0.0.1', true],
    ['*.example.com', 'example.com', 443, '10.0.0.1', false],
    ['*.example.com', 'badexample.com', 443, '10.0.0.1', false],
    ['bücher.example', 'xn--bcher-kva.example', 443, '10.0.0.1', true],
    ['localhost:3000', 'localhost', 3000, '127.0.0.1', true],
    ['localhost:3000', 'localhost', 3001, '127.0.0.1', false],
    ['127.0.0.1:3000', '127.0.0.1', 3000, '127.0.0.1', true],
    ['127.0.0.1:3000', '127.0.0.1', 80, '127.0.0.1', false],
    ['127.0.0.1:3000', 'any.test', 3000, '127.0.0.1', true],
    ['10.0.0.0/8', 'any.test', 1234, '10.20.30.40', true],
    ['10.0.0.0/8:8080', 'any.test', 8080, '10.20.30.40', true],
    ['10.0.0.0/8:8080', 'any.test', 8081, '10.20.30.40', false],
    ['[::1]:8080', '::1', 8080, '::1', true],
    ['[::1]:8080', '::1', 8081, '::1', false],
    ['::1', '::1', 8081, '::1', true],
    ['fd00::/8', 'any.test', 80, 'fd12::1', true],
    ['[fd00::]/8:80', 'any.test', 80, 'fd12::1', true],
    ['[fd00::/8]:80', 'any.test', 81, 'fd12::1', false],
    ['127.0.0.0/8', '127.0.0.1', 80, '::ffff:127.0.0.1', false],
    ['', 'localhost', 80, '127.0.0.1', false],
    ['a.test, 10.0.0.0/8\n127.0.0.1', '127.0.0.1', 80, '127.0.0.1', true],
  ])('%j, asked for %s port %i at %s: %s', (rules, ...[host, port, addressText, expected]) => {
    expect(isAllowed(rules, { host, port, addressText })).toBe(expected);
  });

  it.each([
    ['http://localhost:3000/x', 'Leave out http://'],
    ['localhost:99999', 'is not a port'],
    ['localhost:', 'is not a port'],
    ['10.0.0.0/40', 'is not an address range'],
    ['*', 'is not a host name'],
    ['*.10.0.0.1', 'An address has no subdomains'],
    ['a.*.example.com', 'is not a host name'],
    ['user@example.com', 'is not a host or an address range'],
    ['exa mple.com', 'is not a host or an address range'],
    ['', 'Enter a host'],
  ])('refuses %j and says why', (text, reason) => {
    expect(parseAllowRule(text)).toMatchObject({ kind: 'invalid', reason: expect.stringContaining(reason) });
    expect(allowRuleTextSchema.safeParse(text).error?.issues[0]?.message).toContain(reason);
  });

  it('keeps the good rules and names the bad ones', () => {
    const { list, problems } = parseAllowList('localhost:3000,,nonsense/,\n10.0.0.0/8');
    expect(list.rules).toHaveLength(2);
    expect(problems.map(({ text }) => text)).toEqual(['nonsense/']);
  });

  it('has the same key for the same rules in another order or spelling', () => {
    expect(parseAllowList('a.test,[::1]:80').list.key).toBe(parseAllowList('[0:0::1]:80\nA.test.,a.test').list.key);
    expect(parseAllowList('a.test:80').list.key).not.toBe(parseAllowList('a.test').list.key);
  });
});
