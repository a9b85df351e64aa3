import { isAllowListed, type AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import { parseIpAddress } from '@/lib/modules/workspace/ip-address.rules';
import type { HttpTarget } from '@/lib/platform/http/http-target';
import { findRefusedRange } from '@/lib/platform/http/refused-ranges';
import { isRefusedPort } from '@/lib/platform/http/refused-ports';

/** All addresses of a host name, in the order in which to try them. Rejects with a system error (`ENOTFOUND`, …). */
export type Lookup = (host: string) => Promise<string[]>;

/** Raised when no address of a host may be connected to. */
export class BlockedAddressError extends Error {
  override readonly name = 'BlockedAddressError';
  readonly host: string;
  readonly address: string;
  readonly reason: string;

  constructor(host: string, address: string, reason: string) {
    super(`${host} (${address}) is blocked: ${reason}`);
    this.host = host;
    this.address = address;
    this.reason = reason;
  }
}

/** Addresses that passed the check, and how long the name lookup took; null for a literal address. */
export interface CheckedAddresses {
  addresses: string[];
  dnsMs: number | null;
}

/**
 * Looks the target's host up once and keeps the addresses that may be connected to. The caller must connect to one of these
 * and never look the name up again, or a name that answers differently the second time gets round the check (DNS rebinding).
 * Rejects with `BlockedAddressError` when none is left, or with the lookup's error.
 */
export async function resolveChecked(lookup: Lookup, target: HttpTarget, allow: AllowList): Promise<CheckedAddresses> {
  const isLiteral = parseIpAddress(target.host) !== null;
  const startedMs = performance.now();
  const found = isLiteral ? [target.host] : isLocalhost(target.host) ? LOOPBACK : await lookup(target.host);
  const dnsMs = isLiteral ? null : performance.now() - startedMs;
  const addresses: string[] = [];
  let blocked: BlockedAddressError | null = null;
  for (const address of found) {
    const reason = findReason(address, target, allow);
    if (reason === null) addresses.push(address);
    else blocked ??= new BlockedAddressError(target.host, address, reason);
  }
  if (addresses.length > 0) return { addresses, dnsMs };
  throw blocked ?? Object.assign(new Error(`No address found for ${target.host}`), { code: 'ENOTFOUND' });
}

const LOOPBACK = ['127.0.0.1', '::1'];

/** Names that always mean this machine, whatever a name server says. Source: RFC 6761, section 6.3. */
function isLocalhost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}

function findReason(addressText: string, { host, port }: HttpTarget, allow: AllowList): string | null {
  const address = parseIpAddress(addressText);
  if (address === null) return 'The name lookup gave something that is not an IP address.';
  const rangeReason = findRefusedRange(address);
  if (rangeReason !== null && !isAllowListed(allow, { host, port, address })) {
    return `${addressText} can’t be called, because ${rangeReason}. If you trust it, add it to the allow-list under Settings, Outbound.`;
  }
  if (isRefusedPort(port)) {
    const withPort = { ...allow, rules: allow.rules.filter((rule) => rule.port !== null) };
    if (!isAllowListed(withPort, { host, port, address })) {
      return `Port ${port} belongs to a protocol other than HTTP. If you trust it, add ${host}:${port} to the allow-list under Settings, Outbound.`;
    }
  }
  return null;
}
