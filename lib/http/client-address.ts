import type { IncomingMessage } from 'node:http';
import { CLIENT_ADDRESS_HEADER } from '@/lib/platform/auth';

/**
 * Writes the caller's address into a header of our own, replacing whatever the caller put there.
 * Behind a proxy (PUBLIC_URL is set and the neighbour is a private address) the last entry of X-Forwarded-For counts: the one that
 * our proxy added; earlier ones may be forged.
 */
export function tellClientAddress(request: IncomingMessage, publicUrl: string | null): void {
  const neighbour = request.socket.remoteAddress ?? 'unknown';
  const forwarded = request.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim();
  const isBehindProxy = publicUrl !== null && /^(::1$|::ffff:|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(neighbour);
  const address = isBehindProxy && last ? last : neighbour;
  // Hono builds its Headers from the raw list.
  if (CLIENT_ADDRESS_HEADER in request.headers) dropRawHeader(request, CLIENT_ADDRESS_HEADER);
  request.rawHeaders.push(CLIENT_ADDRESS_HEADER, address);
  request.headers[CLIENT_ADDRESS_HEADER] = address;
}

function dropRawHeader({ rawHeaders }: IncomingMessage, lowerName: string): void {
  const kept = rawHeaders.filter((_, index, all) => all[index - (index % 2)]?.toLowerCase() !== lowerName);
  rawHeaders.splice(0, rawHeaders.length, ...kept);
}
