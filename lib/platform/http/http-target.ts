/** Where a request goes, taken apart from its URL. */
export interface HttpTarget {
  isTls: boolean;
  /** Lower case, without a trailing dot and without the brackets of an IPv6 address. */
  host: string;
  port: number;
  /** `https://api.example.com`, for comparing origins. */
  origin: string;
  /** Path and query, as sent. */
  path: string;
}

/** A URL that can be requested, or why it can't. */
export type ParsedTarget = { kind: 'valid'; target: HttpTarget } | { kind: 'invalid'; reason: string };

/**
 * Takes an absolute `http://` or `https://` URL apart. The WHATWG parser turns decimal, octal, hexadecimal and short IPv4
 * hosts into the dotted form, so that what is checked is what is connected to.
 * User names and passwords in the URL are refused: `http://good.com@evil.test/` reads like another host than it reaches,
 * and a password there would end up in logs.
 */
export function parseHttpTarget(urlText: string): ParsedTarget {
  if (!URL.canParse(urlText)) {
    return { kind: 'invalid', reason: 'This is not a complete URL. Begin with http:// or https:// and a host.' };
  }
  const url = new URL(urlText);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { kind: 'invalid', reason: `${url.protocol} addresses can’t be called. Use http:// or https://.` };
  }
  if (url.username !== '' || url.password !== '') {
    return { kind: 'invalid', reason: 'The URL holds a user name or password. Take it out and use a Basic credential instead.' };
  }
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (url.hostname.endsWith('.')) return { kind: 'invalid', reason: 'The host ends with several dots. Leave them out.' };
  const isTls = url.protocol === 'https:';
  return {
    kind: 'valid',
    target: {
      isTls,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
    },
  };
}
