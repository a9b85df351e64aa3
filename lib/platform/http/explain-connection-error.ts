import type { HttpTarget } from '@/lib/platform/http/http-target';

/** Says in words why a connection failed and what to look at, with the system's or TLS library's code. */
export function explainConnectionError(error: unknown, target: HttpTarget): { code: string; reason: string } {
  const code = toCode(error);
  const explain = findExplanation(code);
  if (explain !== null) return { code, reason: explain(target) };
  const message = error instanceof Error ? error.message : String(error);
  return { code, reason: `The connection to ${target.host}:${target.port} failed (${message}).` };
}

function findExplanation(code: string): Explanation | null {
  if (code.startsWith('ERR_SSL_')) return TLS_FAILED;
  return EXPLANATIONS[code] ?? null;
}

type Explanation = (target: HttpTarget) => string;

const TLS_FAILED: Explanation = ({ host, port }) =>
  `${host}:${port} and Parley found no common way to encrypt. Check whether the port speaks https, and which TLS versions it allows.`;

const UNKNOWN_ISSUER: Explanation = ({ host }) =>
  `The certificate of ${host} was not issued by an authority that this machine trusts. ` +
  'Complete the server’s certificate chain, or name the authority’s file in NODE_EXTRA_CA_CERTS.';

const HUNG_UP: Explanation = ({ host }) => `${host} closed the connection without a complete answer. Check the server’s log for this call.`;

const UNREACHABLE: Explanation = ({ host }) => `There is no way from this machine to ${host}. Check the network, its firewall and routes.`;

const EXPLANATIONS: Record<string, Explanation> = {
  ECONNREFUSED: ({ host, port }) => `Nothing listens on ${host}:${port}. Check the port, and whether the server runs.`,
  ENOTFOUND: ({ host }) => `There is no address for the host name ${host}. Check its spelling.`,
  EAI_AGAIN: ({ host }) => `The name server did not answer when asked for ${host}. Check this machine’s network.`,
  ETIMEDOUT: ({ host, port }) => `${host}:${port} did not accept a connection in time. Check the port, and whether a firewall is between.`,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
  ECONNRESET: HUNG_UP,
  EPIPE: HUNG_UP,
  UND_ERR_SOCKET: HUNG_UP,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: HUNG_UP,
  UND_ERR_HEADERS_OVERFLOW: ({ host }) => `The headers of ${host}’s answer are longer than 64 KB. Have the server send fewer.`,
  NOT_HTTP: ({ host, port }) =>
    `${host}:${port} answered, but not in HTTP. Check the port, and whether it must be http:// or https://.`,
  EPROTO: TLS_FAILED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_ISSUER,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_ISSUER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_ISSUER,
  CERT_HAS_EXPIRED: ({ host }) => `The certificate of ${host} has expired. Renew it on the server.`,
  CERT_NOT_YET_VALID: ({ host }) => `The certificate of ${host} is not valid yet. Check the clocks of the server and of this machine.`,
  ERR_TLS_CERT_ALTNAME_INVALID: ({ host }) => `The certificate belongs to another host than ${host}. Check the host name in the URL.`,
};

function toCode(error: unknown): string {
  // The parser's own codes come and go with undici's version.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'NOT_HTTP';
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'UNKNOWN';
  return typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
