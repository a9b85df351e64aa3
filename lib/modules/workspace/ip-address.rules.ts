/** An IP address as its bytes in network order: 4 of them for IPv4, 16 for IPv6. */
export interface IpAddress {
  bytes: readonly number[];
}

/** All addresses whose first `prefixLength` bits equal those of `bytes`. */
export interface IpRange extends IpAddress {
  prefixLength: number;
}

/**
 * Reads the usual text forms: dotted IPv4 with four decimal parts, IPv6 with `::` and with a dotted tail. A zone id
 * (`%eth0`) is left out. Null for everything else, also for the octal, hexadecimal and short IPv4 forms: those
 * are for the URL parser, which turns them into the dotted form first.
 * Source: RFC 4291, section 2.2.
 */
export function parseIpAddress(text: string): IpAddress | null {
  const bytes = text.includes(':') ? parseIpv6(text.replace(/%.*$/, '')) : parseIpv4(text);
  return bytes === null ? null : { bytes };
}

/** Reads `10.0.0.0/8`, `fd00::/8` or a single address; null when it is none. Bits behind the prefix don't matter. */
export function parseIpRange(text: string): IpRange | null {
  const match = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text);
  const address = match?.[1] === undefined ? null : parseIpAddress(match[1]);
  if (match === null || address === null) return null;
  const bitCount = address.bytes.length * 8;
  const prefixLength = match[2] === undefined ? bitCount : Number(match[2]);
  return prefixLength > bitCount ? null : { bytes: address.bytes, prefixLength };
}

/** Whether `address` lies in `range`; never across IPv4 and IPv6. */
export function isInRange(address: IpAddress, range: IpRange): boolean {
  if (address.bytes.length !== range.bytes.length) return false;
  for (let index = 0; index * 8 < range.prefixLength; index += 1) {
    const bitCount = Math.min(8, range.prefixLength - index * 8);
    const mask = (0xff << (8 - bitCount)) & 0xff;
    if (((address.bytes[index] ?? 0) & mask) !== ((range.bytes[index] ?? 0) & mask)) return false;
  }
  return true;
}

function parseIpv4(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

function parseIpv6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = parseGroups(halves[0] ?? '', halves.length === 1);
  const tail = parseGroups(halves[1] ?? '', true);
  if (head === null || tail === null) return null;
  const missingCount = 16 - head.length - tail.length;
  // `::` stands for at least one group of zeros; without it all eight must be written.
  if (halves.length === 1 ? missingCount !== 0 : missingCount < 2) return null;
  return [...head, ...Array.from({ length: missingCount }, () => 0), ...tail];
}

/** The bytes of `a:b:c`; the last group may be dotted IPv4 where the address ends. */
function parseGroups(text: string, isEnd: boolean): number[] | null {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (isEnd && index === groups.length - 1 && group.includes('.')) {
      const tail = parseIpv4(group);
      if (tail === null) return null;
      bytes.push(...tail);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return null;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    }
  }
  return bytes;
}
