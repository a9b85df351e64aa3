import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIpAddress } from '@/lib/modules/workspace/ip-address.rules';
import { EMPTY_ALLOW_LIST, parseAllowList, type AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import type { ExchangeResult } from '@/lib/platform/http/exchange';
import { openSocket } from '@/lib/platform/http/open-socket';
import { createOutbound, type OutboundSettings } from '@/lib/platform/http/outbound';
import { findRefusedRange } from '@/lib/platform/http/refused-ranges';
import { startTestServer, type TestServer } from '@/lib/platform/http/test-server';

/** A public address that stands for the test server; sockets "to it" go to loopback. */
const PUBLIC_ADDRESS = '93.184.215.14';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer((request, response) => {
    const location = new URL(request.url, 'http://x').searchParams.get('to');
    if (location === null) response.end('inside');
    else response.writeHead(302, { location }).end();
  });
});

afterAll(() => server.close());

interface Trial {
  allow?: AllowList;
  names?: Record<string, string[][]>;
}

/** Sends one GET through a door whose sockets all end at the test server, and tells which addresses they were meant for. */
async function attempt(url: string, { allow = EMPTY_ALLOW_LIST, names = {} }: Trial = {}) {
  const dialled: string[] = [];
  const lookedUp: string[] = [];
  const settings: OutboundSettings = {
    version: '0',
    lookup: async (host) => {
      lookedUp.push(host);
      return names[host]?.shift() ?? [];
    },
    open: (plan, onReady) => {
      dialled.push(...plan.addresses);
      const target = { ...plan.target, host: 'test-server', port: server.port };
      return openSocket({ ...plan, target, addresses: ['127.0.0.1'] }, onReady);
    },
  };
  const outbound = createOutbound(settings);
  const result = await outbound.exchange(
    { method: 'GET', url, headers: [], body: null },
    { allow, timeoutMs: 5_000, responseBytesMax: 1_000_000, followRedirects: true },
  );
  outbound.close();
  return { result, dialled, lookedUp };
}

function expectBlocked(result: ExchangeResult, address: string): void {
  expect(result).toMatchObject({ kind: 'blocked-address', address, reason: expect.stringContaining('because it') });
}

describe('a literal address can’t be disguised', () => {
  it.each([
    ['plain', 'http://127.0.0.1/', '127.0.0.1'],
    ['decimal', 'http://2130706433/', '127.0.0.1'],
    ['octal', 'http://0177.0.0.1/', '127.0.0.1'],
    ['hexadecimal parts', 'http://0x7f.1/', '127.0.0.1'],
    ['one hexadecimal number', 'http://0x7f000001/', '127.0.0.1'],
    ['short', 'http://127.1/', '127.0.0.1'],
    ['trailing dot', 'http://127.0.0.1./', '127.0.0.1'],
    ['full-width digits', 'http://１２７.0.0.1/', '127.0.0.1'],
    ['circled digits', 'http://①②⑦.0.0.1/', '127.0.0.1'],
    ['percent-encoded dots', 'http://127%2e0%2e0%2e1/', '127.0.0.1'],
    ['backslashes', 'http:\\\\127.0.0.1\\', '127.0.0.1'],
    ['unspecified', 'http://0.0.0.0/', '0.0.0.0'],
    ['zero', 'http://0/', '0.0.0.0'],
    ['unspecified IPv6', 'http://[::]/', '::'],
    ['loopback IPv6', 'http://[::1]/', '::1'],
    ['loopback IPv6 written out', 'http://[0:0:0:0:0:0:0:1]/', '::1'],
    ['IPv4-mapped', 'http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['IPv4-mapped metadata in hexadecimal', 'http://[::ffff:a9fe:a9fe]/', '::ffff:a9fe:a9fe'],
    ['IPv4-compatible', 'http://[::127.0.0.1]/', '::7f00:1'],
    ['NAT64', 'http://[64:ff9b::10.0.0.1]/', '64:ff9b::a00:1'],
    ['local NAT64', 'http://[64:ff9b:1::10.0.0.1]/', '64:ff9b:1::a00:1'],
    ['6to4', 'http://[2002:7f00:1::]/', '2002:7f00:1::'],
    ['Teredo', 'http://[2001:0:7f00:1::]/', '2001:0:7f00:1::'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
    ['unique local', 'http://[fd00:ec2::254]/', 'fd00:ec2::254'],
    ['a port of its own', 'http://10.0.0.1:8080/', '10.0.0.1'],
  ])('%s: %s', async (_trick, url, address) => {
    const { result, dialled, lookedUp } = await attempt(url);
    expectBlocked(result, address);
    expect(dialled).toEqual([]);
    expect(lookedUp).toEqual([]);
  });

  it.each([
    ['userinfo confusion', 'http://good.com@127.0.0.1/'],
    ['userinfo confusion with a password', 'http://good.com:80@127.0.0.1/'],
    ['userinfo confusion with an empty name', 'http://:x@127.0.0.1/'],
    ['IPv6 zone id', 'http://[fe80::1%25eth0]/'],
    ['bare IPv6 zone id', 'http://[fe80::1%eth0]/'],
    ['several trailing dots', 'http://localhost../'],
    ['another scheme', 'file:///etc/passwd'],
    ['gopher', 'gopher://127.0.0.1:6379/_FLUSHALL'],
  ])('%s is refused before anything is looked up: %s', async (_trick, url) => {
    const { result, dialled, lookedUp } = await attempt(url);
    expect(result).toMatchObject({ kind: 'invalid-request', field: 'url', hops: [] });
    expect([...dialled, ...lookedUp]).toEqual([]);
  });
});

describe('a name can’t lead inside', () => {
  it.each(['localhost', 'LOCALHOST', 'localhost.', 'anything.localhost', 'a.b.localhost.'])('%s, without asking a name server', async (host) => {
    const { result, dialled, lookedUp } = await attempt(`http://${host}/`, { names: { localhost: [[PUBLIC_ADDRESS]] } });
    expectBlocked(result, '127.0.0.1');
    expect([...dialled, ...lookedUp]).toEqual([]);
  });

  it.each(['127.0.0.1', '10.1.2.3', '::1', 'fe80::1%eth0', '::ffff:10.0.0.1', 'not an address'])('a public name that resolves to %s', async (address) => {
    const { result, dialled } = await attempt('http://public.test/', { names: { 'public.test': [[address]] } });
    expect(result).toMatchObject({ kind: 'blocked-address', host: 'public.test', address });
    expect(dialled).toEqual([]);
  });

  it('a trailing dot is no other name', async () => {
    const { result, lookedUp } = await attempt('http://public.test./', { names: { 'public.test': [['10.0.0.1']] } });
    expect(result).toMatchObject({ kind: 'blocked-address', host: 'public.test' });
    expect(lookedUp).toEqual(['public.test']);
  });

  it('DNS rebinding: a name is looked up once per connection, and the checked address is the one dialled', async () => {
    const { result, dialled, lookedUp } = await attempt('http://rebind.test/', {
      names: { 'rebind.test': [[PUBLIC_ADDRESS], ['127.0.0.1']] },
    });
    expect(result).toMatchObject({ kind: 'response', status: 200 });
    expect(lookedUp).toEqual(['rebind.test']);
    expect(dialled).toEqual([PUBLIC_ADDRESS]);
  });

  it('DNS rebinding between redirects: the second hop is looked up and checked anew', async () => {
    const { result, dialled } = await attempt('http://rebind.test/?to=http://rebind.test:81/', {
      names: { 'rebind.test': [[PUBLIC_ADDRESS], ['127.0.0.1']] },
    });
    expect(result).toMatchObject({ kind: 'blocked-address', address: '127.0.0.1' });
    expect(dialled).toEqual([PUBLIC_ADDRESS]);
  });

  it('of a mixed answer only the public addresses are dialled', async () => {
    const { dialled } = await attempt('http://mixed.test/', {
      names: { 'mixed.test': [['10.0.0.1', PUBLIC_ADDRESS, '::1']] },
    });
    expect(dialled).toEqual([PUBLIC_ADDRESS]);
  });
});

describe('a redirect can’t lead inside', () => {
  it.each([
    ['the metadata address', 'http://169.254.169.254/latest/', '169.254.169.254'],
    ['loopback in disguise', 'http://2130706433/', '127.0.0.1'],
    ['loopback without a scheme', '//127.0.0.1/', '127.0.0.1'],
    ['localhost', 'http://localhost:9200/', '127.0.0.1'],
  ])('%s', async (_name, location, address) => {
    const { result, dialled } = await attempt(`http://public.test/?to=${encodeURIComponent(location)}`, {
      names: { 'public.test': [[PUBLIC_ADDRESS]] },
    });
    expectBlocked(result, address);
    expect(result.hops.map(({ status }) => status)).toEqual([302, null]);
    expect(dialled).toEqual([PUBLIC_ADDRESS]);
  });

  it.each(['file:///etc/passwd', 'ftp://public.test/', 'javascript:alert(1)', 'http://user:secret@public.test/', 'http://['])(
    'nor to %s',
    async (location) => {
      const { result } = await attempt(`http://public.test/?to=${encodeURIComponent(location)}`, {
        names: { 'public.test': [[PUBLIC_ADDRESS], [PUBLIC_ADDRESS]] },
      });
      expect(result).toMatchObject({ kind: 'connection-failed', code: 'REDIRECT_REFUSED', sent: true });
      expect(result.hops).toHaveLength(1);
    },
  );
});

describe('ports of other protocols', () => {
  it.each([22, 25, 6667])('port %i is refused on a public host', async (port) => {
    const { result, dialled } = await attempt(`http://public.test:${port}/`, { names: { 'public.test': [[PUBLIC_ADDRESS]] } });
    expect(result).toMatchObject({ kind: 'blocked-address', reason: expect.stringContaining(`Port ${port}`) });
    expect(dialled).toEqual([]);
  });

  it('a rule that names the port lets it through, one without a port does not', async () => {
    const names = () => ({ 'public.test': [[PUBLIC_ADDRESS]] });
    const open = await attempt('http://public.test:25/', { names: names(), allow: parseAllowList('public.test:25').list });
    expect(open.result.kind).toBe('response');
    const shut = await attempt('http://public.test:25/', { names: names(), allow: parseAllowList('public.test').list });
    expect(shut.result.kind).toBe('blocked-address');
  });
});

describe('the allow-list', () => {
  it.each([
    ['localhost:4000', 'http://localhost:4000/', ['127.0.0.1', '::1']],
    ['127.0.0.1', 'http://localhost:4000/', ['127.0.0.1']],
    ['*.corp.test', 'http://api.corp.test/', ['10.0.0.7']],
    ['10.0.0.0/8:8080', 'http://api.corp.test:8080/', ['10.0.0.7']],
    ['[::1]:8080', 'http://[::1]:8080/', ['::1']],
    ['169.254.169.254', 'http://169.254.169.254/', ['169.254.169.254']],
  ])('%s lets %s through', async (rules, url, addresses) => {
    const { result, dialled } = await attempt(url, {
      allow: parseAllowList(rules).list,
      names: { 'api.corp.test': [['10.0.0.7']] },
    });
    expect(result.kind).toBe('response');
    expect(dialled).toEqual(addresses);
  });

  it.each([
    ['localhost:4000', 'http://localhost:4001/'],
    ['127.0.0.1:80', 'http://127.0.0.1:81/'],
    ['*.corp.test', 'http://corp.test/'],
    ['api.corp.test', 'http://api.corp.test.evil.test/'],
    ['10.0.0.0/8', 'http://127.0.0.1/'],
  ])('%s does not let %s through', async (rules, url) => {
    const { result } = await attempt(url, {
      allow: parseAllowList(rules).list,
      names: { 'corp.test': [['10.0.0.7']], 'api.corp.test.evil.test': [['10.0.0.7']] },
    });
    expect(result.kind).toBe('blocked-address');
  });

  it('pooled socket reuse: a socket that one workspace may use never serves another that may not', async () => {
    const outbound = createOutbound({ version: '0' });
    const send = (allow: AllowList) =>
      outbound.exchange(
        { method: 'GET', url: server.url, headers: [], body: null },
        { allow, timeoutMs: 5_000, responseBytesMax: 1_000, followRedirects: false },
      );
    const seenBefore = server.seen.length;
    expect((await send(server.allow)).kind).toBe('response');
    expect((await send(EMPTY_ALLOW_LIST)).kind).toBe('blocked-address');
    expect((await send(parseAllowList('10.0.0.0/8').list)).kind).toBe('blocked-address');
    expect((await send(server.allow)).hops[0]?.timings.connectMs).toBeNull();
    expect(server.seen.length - seenBefore).toBe(2);
    outbound.close();
  });
});

describe('every range that is not public', () => {
  it.each([
    ['0.1.2.3', 'this network'],
    ['10.255.255.255', 'private network'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.127.255.255', 'carrier-grade NAT'],
    ['127.255.255.254', 'loopback'],
    ['169.254.0.1', 'link-local'],
    ['172.31.255.255', 'private network'],
    ['192.0.0.192', 'protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['192.88.99.1', '6to4'],
    ['192.168.0.1', 'private network'],
    ['198.19.255.255', 'benchmarking'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['168.63.129.16', 'cloud provider'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::8.8.8.8', 'IPv4-compatible'],
    ['::ffff:8.8.8.8', 'IPv4-mapped'],
    ['::ffff:0:8.8.8.8', 'IPv4-translated'],
    ['64:ff9b::8.8.8.8', 'NAT64'],
    ['64:ff9b:1::1', 'NAT64'],
    ['100::1', 'discard'],
    ['2001::1', 'Teredo'],
    ['2001:2::1', 'benchmarking'],
    ['2001:10::1', 'protocol assignments'],
    ['2001:db8::1', 'documentation'],
    ['2002::1', '6to4'],
    ['3fff::1', 'documentation'],
    ['5f00::1', 'segment routing'],
    ['fc00::1', 'unique local'],
    ['fdff::1', 'unique local'],
    ['fe80::1', 'link-local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['4000::1', 'reserved'],
    ['1000::1', 'reserved'],
    ['e000::1', 'reserved'],
  ])('%s is refused and explained', (text, words) => {
    const address = parseIpAddress(text);
    expect(address && findRefusedRange(address)).toContain(words);
  });

  it.each(['1.1.1.1', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '2606:4700::1111', '2a00:1450::1', '2001:200::1'])(
    '%s is public',
    (text) => {
      const address = parseIpAddress(text);
      expect(address && findRefusedRange(address)).toBeNull();
    },
  );
});
