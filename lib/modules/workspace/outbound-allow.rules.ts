import { z } from 'zod';
import { isInRange, parseIpRange, type IpAddress, type IpRange } from '@/lib/modules/workspace/ip-address.rules';

/** A destination that integrations may reach although it lies in a private or reserved range. */
export type AllowRule =
  | { kind: 'host'; host: string; withSubdomains: boolean; port: number | null }
  | { kind: 'range'; range: IpRange; port: number | null };

/** Allow rules ready for use. Two lists with the same `key` allow the same. */
export interface AllowList {
  rules: readonly AllowRule[];
  /** The rules as sorted text. */
  key: string;
}

/** The list that allows nothing beyond public addresses. */
export const EMPTY_ALLOW_LIST: AllowList = { rules: [], key: '' };

/** A rule read from text (`text` is its canonical spelling, for comparing only), or why it can't be read. */
export type ParsedAllowRule = { kind: 'valid'; rule: AllowRule; text: string } | { kind: 'invalid'; reason: string };

const EXAMPLES = 'for example api.example.com, *.example.com, 10.0.0.0/8 or 127.0.0.1:3000';

/**
 * Reads one rule: a host (`api.example.com`), a host's subdomains (`*.example.com`, not `example.com` itself), an address or a
 * CIDR range (`10.0.0.0/8`, `fd00::/8`), each with an optional port (`127.0.0.1:3000`, `[::1]:8080`, `10.0.0.0/8:8080`).
 * A host rule allows every address that the host's name resolves to: whoever holds the name decides which.
 */
export function parseAllowRule(text: string): ParsedAllowRule {
  const trimmed = text.trim();
  if (trimmed === '') return invalid(`Enter a host or an address range, ${EXAMPLES}.`);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) {
    return invalid('Leave out http:// and the path: enter the host, with its port if needed.');
  }
  if (/[\s@?#]/.test(trimmed)) return invalid(`“${trimmed}” is not a host or an address range, ${EXAMPLES}.`);
  const { target, portText } = splitPort(trimmed);
  const port = portText === null ? null : Number(portText);
  if (port !== null && !(/^\d{1,5}$/.test(portText ?? '') && port >= 1 && port <= 65_535)) {
    return invalid(`“${portText}” is not a port: use a number from 1 to 65535.`);
  }
  if (target.includes('/') || target.includes(':')) {
    const range = parseIpRange(target);
    if (range === null) return invalid(`“${target}” is not an address range, for example 10.0.0.0/8 or fd00::/8.`);
    return valid({ kind: 'range', range, port });
  }
  return parseHost(target, port);
}

/** Reads rules separated by commas or line breaks, leaving out blank ones; `problems` names those that can't be read. */
export function parseAllowList(text: string): { list: AllowList; problems: { text: string; reason: string }[] } {
  const rules: AllowRule[] = [];
  const texts = new Set<string>();
  const problems: { text: string; reason: string }[] = [];
  for (const entry of text.split(/[,\n]/)) {
    if (entry.trim() === '') continue;
    const parsed = parseAllowRule(entry);
    if (parsed.kind === 'invalid') problems.push({ text: entry.trim(), reason: parsed.reason });
    else if (!texts.has(parsed.text)) {
      texts.add(parsed.text);
      rules.push(parsed.rule);
    }
  }
  return { list: { rules, key: [...texts].sort().join(',') }, problems };
}

/** One allow rule as it is typed; a bad one is refused with what to write instead. */
export const allowRuleTextSchema = z
  .string()
  .trim()
  .max(300, 'Use at most 300 characters.')
  .superRefine((text, context) => {
    const parsed = parseAllowRule(text);
    if (parsed.kind === 'invalid') context.addIssue({ code: 'custom', message: parsed.reason });
  });

/** Whether a connection to `address` and `port`, found under the name `host` (lower case, no trailing dot), is allow-listed. */
export function isAllowListed(list: AllowList, target: { host: string; port: number; address: IpAddress }): boolean {
  return list.rules.some((rule) => {
    if (rule.port !== null && rule.port !== target.port) return false;
    if (rule.kind === 'range') return isInRange(target.address, rule.range);
    return rule.withSubdomains ? target.host.endsWith(`.${rule.host}`) : target.host === rule.host;
  });
}

function parseHost(target: string, port: number | null): ParsedAllowRule {
  const withSubdomains = target.startsWith('*.');
  const bare = (withSubdomains ? target.slice(2) : target).replace(/\.$/, '');
  const host = toCanonicalHost(bare);
  if (host === null) return invalid(`“${target}” is not a host name, ${EXAMPLES}.`);
  const range = parseIpRange(host);
  if (range === null) return valid({ kind: 'host', host, withSubdomains, port });
  if (withSubdomains) return invalid('An address has no subdomains: use a range such as 10.0.0.0/8.');
  return valid({ kind: 'range', range, port });
}

/** `target:port` apart. Square brackets keep an IPv6 address together; without them its colons are all its own. */
function splitPort(text: string): { target: string; portText: string | null } {
  const bracketed = /^\[([^\]]*)\](\/\d+)?(?::(.*))?$/.exec(text);
  if (bracketed !== null) return { target: `${bracketed[1] ?? ''}${bracketed[2] ?? ''}`, portText: bracketed[3] ?? null };
  const colonAt = text.indexOf(':');
  if (colonAt === -1 || text.includes(':', colonAt + 1)) return { target: text, portText: null };
  return { target: text.slice(0, colonAt), portText: text.slice(colonAt + 1) };
}

/** The host as a URL spells it (lower case, punycode, dotted addresses), null when it is no host name. */
function toCanonicalHost(text: string): string | null {
  if (text === '' || text.includes('*') || text.includes('\\') || !URL.canParse(`http://${text}`)) return null;
  const host = new URL(`http://${text}`).hostname;
  return /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/.test(host) ? host : null;
}

function valid(rule: AllowRule): ParsedAllowRule {
  const port = rule.port === null ? '' : `:${rule.port}`;
  if (rule.kind === 'host') return { kind: 'valid', rule, text: `${rule.withSubdomains ? '*.' : ''}${rule.host}${port}` };
  return { kind: 'valid', rule, text: `[${rule.range.bytes.join('.')}]/${rule.range.prefixLength}${port}` };
}

function invalid(reason: string): ParsedAllowRule {
  return { kind: 'invalid', reason };
}
