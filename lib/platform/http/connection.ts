import { Client } from 'undici';
import type net from 'node:net';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import type { HttpTarget } from '@/lib/platform/http/http-target';
import type { openSocket } from '@/lib/platform/http/open-socket';
import { resolveChecked, type Lookup } from '@/lib/platform/http/resolve-checked';

/** What opening a connection took, in milliseconds; null for phases that did not happen or did not end. */
export interface OpeningPhases {
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
}

/** One keep-alive connection to one origin, lent to one exchange at a time. */
export interface Connection {
  client: Client;
  /** Address that is connected to, or was last. */
  address(): string | null;
  /** What was opened since the last call of `forgetOpening`; null when the open connection was used as it was. */
  opening(): OpeningPhases | null;
  forgetOpening(): void;
  /** Closes the socket, also one that is still connecting; a request under way fails. */
  destroy(): void;
}

/** What a connection needs besides its target. */
export interface ConnectionSettings {
  lookup: Lookup;
  connectTimeoutMs: number;
  ca: string | undefined;
  open: typeof openSocket;
}

/** How long an unused connection stays open when the server says nothing, and at most when it does. */
const KEEP_ALIVE_MS = 4_000;
const KEEP_ALIVE_MAX_MS = 60_000;
const RESPONSE_HEADER_BYTES_MAX = 64 * 1024;

interface ConnectionPlan {
  target: HttpTarget;
  allow: AllowList;
  settings: ConnectionSettings;
  /** Host name for TLS: that of a `Host` header if the request has one, else the URL's. */
  serverName: string;
}

/**
 * Makes a connection; it opens with its first request. Each time it opens, the addresses are resolved and checked anew
 * against `allow`, and the socket goes to a checked one. The overall deadline is the exchange's business.
 */
export function createConnection(plan: ConnectionPlan): Connection {
  let address: string | null = null;
  let opening: OpeningPhases | null = null;
  let lastSocket: net.Socket | null = null;
  let isDestroyed = false;

  async function open(onReady: (error: Error | null, socket: net.Socket | null) => void): Promise<void> {
    const phases: OpeningPhases = { dnsMs: null, connectMs: null, tlsMs: null };
    opening = phases;
    const checked = await resolveChecked(plan.settings.lookup, plan.target, plan.allow);
    phases.dnsMs = checked.dnsMs;
    if (isDestroyed) return;
    const finish = (error: Error | null) => {
      clearTimeout(timer);
      address = socket.remoteAddress ?? checked.addresses[0] ?? null;
      onReady(error, error === null ? socket : null);
    };
    const { target, serverName, settings } = plan;
    const { addresses } = checked;
    const socket = settings.open({ target, serverName, addresses, ca: settings.ca, phases }, once(finish));
    const timer = setTimeout(() => socket.destroy(toConnectTimeout(settings)), settings.connectTimeoutMs);
    socket.once('close', () => clearTimeout(timer));
    lastSocket = socket;
  }

  const client = new Client(plan.target.origin, {
    connect: (_options, callback) => {
      open((error, socket) => {
        if (socket === null) callback(error ?? new Error('Not connected'), null);
        else callback(null, socket);
      }).catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null));
    },
    // One deadline covers the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MAX_MS,
    maxHeaderSize: RESPONSE_HEADER_BYTES_MAX,
  });

  return {
    client,
    address: () => address,
    opening: () => opening,
    forgetOpening: () => {
      opening = null;
    },
    destroy: () => {
      isDestroyed = true;
      lastSocket?.destroy();
      void client.destroy();
    },
  };
}

function once(action: (error: Error | null) => void): (error: Error | null) => void {
  let isDone = false;
  return (error) => {
    if (isDone) return;
    isDone = true;
    action(error);
  };
}

function toConnectTimeout({ connectTimeoutMs }: ConnectionSettings): Error {
  return Object.assign(new Error(`Not connected after ${connectTimeoutMs} ms`), { code: 'ETIMEDOUT' });
}
