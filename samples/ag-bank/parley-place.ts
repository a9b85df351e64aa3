import type { Context } from 'hono';
import type { BankEnv, SampleBankOptions } from './bank-env';

/**
 * Where the bank's backend reaches Parley: as configured, else the server that this request came to. That is read from its socket and not from
 * the request's host, which the sender may choose. Null where there is neither.
 */
export function findParleyUrl(c: Context<BankEnv>, { parleyUrl }: SampleBankOptions): string | null {
  if (parleyUrl !== undefined) return parleyUrl;
  const socket = c.env.incoming?.socket;
  const { localAddress, localPort } = socket && 'localPort' in socket ? socket : {};
  if (localAddress === undefined || localPort === undefined) return null;
  const address = localAddress.replace(/^::ffff:/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`;
}

/** Parley's origin as pages name it in their policies; the page's own where none is configured. */
export function toPolicySource({ parleyUrl }: SampleBankOptions): string {
  return parleyUrl === undefined ? "'self'" : `'self' ${new URL(parleyUrl).origin}`;
}
