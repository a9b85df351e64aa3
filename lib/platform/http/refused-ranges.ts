import { isInRange, parseIpRange, type IpAddress, type IpRange } from '@/lib/modules/workspace/ip-address.rules';

/**
 * Why `address` is not an ordinary public address, in words that end a sentence; null when it is one.
 * Integrations reach such addresses only when they are allow-listed: a URL written by a designer, a variable typed by a consumer
 * or a redirect must not reach what only this machine can reach.
 * Source: IANA special-purpose address registries (RFC 6890) and IANA IPv6 address space.
 */
export function findRefusedRange(address: IpAddress): string | null {
  return REFUSED_RANGES.find(({ range }) => isInRange(address, range))?.reason ?? null;
}

/** Special cases first: the first range that holds an address explains it. */
const REFUSED_RANGES: { range: IpRange; reason: string }[] = [
  refused('0.0.0.0/8', 'it stands for “this network”; systems connect it to the machine itself (RFC 1122)'),
  refused('10.0.0.0/8', 'it is a private network address (RFC 1918)'),
  refused('100.64.0.0/10', 'it is inside a provider’s network, behind carrier-grade NAT (RFC 6598)'),
  refused('127.0.0.0/8', 'it is the machine that Parley runs on (loopback, RFC 1122)'),
  refused('169.254.0.0/16', 'it is link-local, where cloud machines keep their metadata and credentials (RFC 3927)'),
  refused('172.16.0.0/12', 'it is a private network address (RFC 1918)'),
  refused('192.0.0.0/24', 'it is reserved for protocol assignments (RFC 6890)'),
  refused('192.0.2.0/24', 'it is reserved for documentation (RFC 5737)'),
  refused('192.88.99.0/24', 'it was a relay from IPv6 to IPv4 networks (6to4, RFC 7526)'),
  refused('192.168.0.0/16', 'it is a private network address (RFC 1918)'),
  refused('198.18.0.0/15', 'it is reserved for benchmarking inside networks (RFC 2544)'),
  refused('198.51.100.0/24', 'it is reserved for documentation (RFC 5737)'),
  refused('203.0.113.0/24', 'it is reserved for documentation (RFC 5737)'),
  refused('224.0.0.0/4', 'it is a multicast address (RFC 5771)'),
  refused('255.255.255.255/32', 'it is the broadcast address of the local network (RFC 919)'),
  refused('240.0.0.0/4', 'it is reserved (RFC 1112)'),
  // Looks public, but every virtual machine of that cloud reaches its own host there.
  refused('168.63.129.16/32', 'it is a cloud provider’s internal service address'),

  refused('::/128', 'it is the unspecified address; systems connect it to the machine itself (RFC 4291)'),
  refused('::1/128', 'it is the machine that Parley runs on (loopback, RFC 4291)'),
  refused('::ffff:0:0/96', 'it is an IPv4 address in IPv6 clothing (IPv4-mapped, RFC 4291)'),
  refused('::ffff:0:0:0/96', 'it carries an IPv4 address (IPv4-translated, RFC 2765)'),
  refused('::/96', 'it carries an IPv4 address (IPv4-compatible, RFC 4291)'),
  refused('64:ff9b::/96', 'it carries an IPv4 address (NAT64, RFC 6052)'),
  refused('64:ff9b:1::/48', 'it carries an IPv4 address of a local network (NAT64, RFC 8215)'),
  refused('100::/64', 'it leads nowhere (discard-only, RFC 6666)'),
  refused('2001::/32', 'it carries an IPv4 address (Teredo, RFC 4380)'),
  refused('2001:2::/48', 'it is reserved for benchmarking inside networks (RFC 5180)'),
  refused('2001::/23', 'it is reserved for protocol assignments (RFC 2928)'),
  refused('2001:db8::/32', 'it is reserved for documentation (RFC 3849)'),
  refused('2002::/16', 'it carries an IPv4 address (6to4, RFC 3056)'),
  refused('3fff::/20', 'it is reserved for documentation (RFC 9637)'),
  refused('5f00::/16', 'it is internal to routers (segment routing, RFC 9602)'),
  refused('fc00::/7', 'it is a private network address (unique local, RFC 4193)'),
  refused('fe80::/10', 'it is link-local (RFC 4291)'),
  refused('fec0::/10', 'it is a private network address (site-local, RFC 3879)'),
  refused('ff00::/8', 'it is a multicast address (RFC 4291)'),
  // Public IPv6 is 2000::/3; the rest of the space is not handed out.
  refused('::/3', 'it is reserved (RFC 4291)'),
  refused('4000::/2', 'it is reserved (RFC 4291)'),
  refused('8000::/1', 'it is reserved (RFC 4291)'),
];

function refused(text: string, reason: string): { range: IpRange; reason: string } {
  const range = parseIpRange(text);
  if (range === null) throw new Error(`Not an address range: ${text}`);
  return { range, reason };
}
