/** Longest time that timers of browsers count: 24.8 days. */
const TIMER_MS_MAX = 2_147_483_647;
const AHEAD_MS = 60_000;
const LEAST_MS = 5_000;

/** When a JWT expires, in milliseconds since 1970; null when it does not say so in a way we can read. Source: RFC 7519, section 4.1.4. */
export function readExpiry(jwt: string): number | null {
  const [, payload = ''] = jwt.split('.');
  try {
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    const { exp }: { exp?: unknown } = typeof claims === 'object' && claims !== null ? claims : {};
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1_000 : null;
  } catch {
    return null;
  }
}

/**
 * How long to wait before a new JWT is fetched: until a minute before the old one expires, or half of a life shorter than two minutes.
 * Never less than five seconds, so that a clock that is wrong does not make the site's server busy.
 */
export function toRenewalDelayMs({ expiresAtMs, nowMs }: { expiresAtMs: number; nowMs: number }): number {
  const leftMs = expiresAtMs - nowMs;
  return Math.min(TIMER_MS_MAX, Math.max(LEAST_MS, leftMs - Math.min(AHEAD_MS, leftMs / 2)));
}
