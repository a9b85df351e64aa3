import { Pool } from 'undici';

/** One kind of request, sent over and over. */
export interface Load {
  address: string;
  path: string | ((client: number) => string);
  body: string | ((client: number) => string);
  headers?: Record<string, string> | ((client: number) => Record<string, string>);
  /** Every answer must have it. Default 200. */
  status?: number;
  /** Requests under way at once. */
  clientCount: number;
  durationMs: number;
}

export interface LoadResult {
  requestsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

/** Sends a load for its duration. Every answer must have the expected status. */
export async function measureLoad(load: Load): Promise<LoadResult> {
  const pool = new Pool(load.address, { connections: load.clientCount, pipelining: 1 });
  const latenciesMs: number[] = [];
  const startedMs = performance.now();
  const sendOver = async (client: number) => {
    const path = typeof load.path === 'string' ? load.path : load.path(client);
    while (performance.now() - startedMs < load.durationMs) {
      const sentMs = performance.now();
      const { statusCode, body } = await pool.request({ method: 'POST', path, body: typeof load.body === 'string' ? load.body : load.body(client), headers: { 'content-type': 'application/json', ...(typeof load.headers === 'function' ? load.headers(client) : load.headers) } });
      const text = await body.text();
      if (statusCode !== (load.status ?? 200)) throw new Error(`${path} answered ${statusCode}: ${text.slice(0, 300)}`);
      latenciesMs.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: load.clientCount }, (_, client) => sendOver(client)));
  const elapsedMs = performance.now() - startedMs;
  await pool.close();
  latenciesMs.sort((a, b) => a - b);
  const quantile = (share: number) => latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(latenciesMs.length * share))] ?? Number.NaN;
  return { requestsPerSecond: (latenciesMs.length / elapsedMs) * 1000, p50Ms: quantile(0.5), p95Ms: quantile(0.95), p99Ms: quantile(0.99) };
}

/** The middle value. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
