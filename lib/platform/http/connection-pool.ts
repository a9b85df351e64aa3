import { isIP } from 'node:net';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import { createConnection, type Connection, type ConnectionSettings } from '@/lib/platform/http/connection';
import type { HttpTarget } from '@/lib/platform/http/http-target';

/** Idle connections kept per origin and allow-list; further ones are closed after use. */
const IDLE_COUNT_MAX = 128;

/** What decides which connections a request may use. */
export interface ConnectionNeed {
  target: HttpTarget;
  allow: AllowList;
  /** The request's own `Host` header, which also names the server in TLS; null without one. */
  hostHeader: string | null;
}

/** Keep-alive connections of this process. */
export interface ConnectionPool {
  /** An idle connection, newest first, or a new one. It belongs to the caller until `giveBack` or its `destroy`. */
  take(need: ConnectionNeed): Connection;
  /** Makes a connection available after a complete response. */
  giveBack(need: ConnectionNeed, connection: Connection): void;
  /** Closes idle connections at once, lent ones when they come back. */
  close(): void;
}

/**
 * Makes a pool. An open connection is only reused for the same origin under the same allow-list: a socket that one workspace
 * was allowed to open never serves another workspace that is not.
 */
export function createConnectionPool(settings: ConnectionSettings): ConnectionPool {
  const idleByKey = new Map<string, Connection[]>();
  let isClosed = false;

  function open(need: ConnectionNeed, key: string): Connection {
    const connection = createConnection({ ...need, settings, serverName: toServerName(need) });
    // The server, or the idle timeout, closed the socket: an idle connection without one is of no use.
    connection.client.on('disconnect', () => {
      const idle = idleByKey.get(key);
      const index = idle?.indexOf(connection) ?? -1;
      if (idle === undefined || index === -1) return;
      idle.splice(index, 1);
      if (idle.length === 0) idleByKey.delete(key);
      connection.destroy();
    });
    return connection;
  }

  return {
    take(need) {
      const key = toKey(need);
      const idle = idleByKey.get(key);
      const connection = idle?.pop();
      if (idle?.length === 0) idleByKey.delete(key);
      connection?.forgetOpening();
      return connection ?? open(need, key);
    },
    giveBack(need, connection) {
      const key = toKey(need);
      const idle = idleByKey.get(key) ?? [];
      if (isClosed || !connection.client.stats.connected || idle.length >= IDLE_COUNT_MAX) return connection.destroy();
      idle.push(connection);
      idleByKey.set(key, idle);
    },
    close() {
      isClosed = true;
      for (const connection of [...idleByKey.values()].flat()) connection.destroy();
      idleByKey.clear();
    },
  };
}

function toKey({ target, allow, hostHeader }: ConnectionNeed): string {
  return `${target.origin} ${hostHeader ?? ''} ${allow.key}`;
}

function toServerName({ target, hostHeader }: ConnectionNeed): string {
  const host = hostHeader === null ? target.host : hostHeader.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? host : '';
}
