import type { Hop, RunHeader } from '@/lib/modules/integration-run/run-record.schema';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';

/** An HTTP request, complete but for what the wire needs (`toSentHeaders`). */
export interface ExchangeRequest {
  method: string;
  /** Absolute `http://` or `https://` URL. */
  url: string;
  headers: readonly RunHeader[];
  body: string | Uint8Array | null;
}

/** How far one exchange may go. */
export interface ExchangeOptions {
  /** Private destinations that this caller may reach; everything else must be public. */
  allow: AllowList;
  /** Time for everything, from name lookup to the body's last byte, redirects included. */
  timeoutMs: number;
  /** Largest body, both as transferred and as decompressed. */
  responseBytesMax: number;
  followRedirects: boolean;
  /** Redirects followed at most; 5 unless told. */
  redirectCountMax?: number;
  /** Headers that carry a secret, besides Authorization, Cookie and Proxy-Authorization: never sent on to another origin. */
  secretHeaderNames?: readonly string[];
  /** Ends the exchange with `cancelled`. */
  signal?: AbortSignal;
  /** When this exchange begins, in milliseconds since the run began: added to the times of its hops. 0 unless told. */
  startMs?: number;
}

/** A response with its body read and decompressed. */
export interface ExchangeResponse {
  kind: 'response';
  status: number;
  statusText: string;
  /** As received, in order; names as the server spelt them. */
  headers: RunHeader[];
  body: Uint8Array;
}

/** How an exchange ended. Only `response` has an answer; nothing is thrown for what a server or network does. */
export type ExchangeEnding =
  | ExchangeResponse
  | { kind: 'timeout'; timeoutMs: number }
  /** `sent`: whether the server may have seen any of the request. */
  | { kind: 'connection-failed'; code: string; reason: string; sent: boolean }
  | { kind: 'blocked-address'; host: string; address: string; reason: string }
  | { kind: 'too-many-redirects'; redirectCountMax: number }
  | { kind: 'response-too-large'; bytesMax: number }
  /** The request can't be put on the wire; nothing was sent. */
  | { kind: 'invalid-request'; field: string; reason: string }
  | { kind: 'cancelled' };

/** How an exchange ended, with every hop so far; the last hop is the one that ended it, as far as it came. */
export type ExchangeResult = ExchangeEnding & { hops: Hop[] };

/** First value of a header, by name without regard to case; null when there is none. */
export function findHeader(headers: readonly RunHeader[], name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value ?? null;
}
