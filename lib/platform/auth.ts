import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Redis } from 'ioredis';
import { toProvider, type Database } from './db/open-database';

interface AuthOptions {
  db: Database;
  databaseUrl: string;
  /** Signs session cookies; derived from the master key, so that it needs no setting of its own. */
  secret: string;
  passwordLengthMin: number;
  /** Public address; null takes the address of each request. */
  publicUrl: string | null;
  /** Shares rate-limit counters between processes; null keeps them in memory. */
  redis: Redis | null;
}

/** The header in which the server tells the address of the caller; whatever the caller sent under this name is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-parley-client-address';

/**
 * Accounts and sessions by better-auth: passwords hashed with scrypt, sessions in httpOnly SameSite cookies.
 * Signing up over HTTP is off: the owner is made by our own route at the first start.
 */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: 'Parley',
    secret: options.secret,
    ...(options.publicUrl ? { baseURL: options.publicUrl, trustedOrigins: [options.publicUrl] } : {}),
    basePath: '/api/auth',
    database: prismaAdapter(options.db, { provider: toProvider(options.databaseUrl) }),
    emailAndPassword: { enabled: true, minPasswordLength: options.passwordLengthMin, maxPasswordLength: 200, autoSignIn: true },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    disabledPaths: ['/sign-up/email', '/change-password', '/update-user', '/change-email', '/delete-user', '/request-password-reset', '/reset-password', '/send-verification-email', '/verify-email', '/sign-in/social', '/link-social'],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 8 } },
      ...(options.redis ? { customStorage: createRedisStorage(options.redis) } : {}),
    },
    advanced: {
      cookiePrefix: 'parley',
      // Browsers drop Secure cookies on plain http outside of localhost; behind https they are always Secure.
      useSecureCookies: options.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Counts in one step per request, so that simultaneous requests can't slip past the limit. */
function createRedisStorage(redis: Redis) {
  return {
    async consume(key: string, rule: { window: number; max: number }) {
      const redisKey = `parley:rate-limit:${key}`;
      const count = await redis.incr(redisKey);
      if (count === 1) await redis.expire(redisKey, rule.window);
      if (count <= rule.max) return { allowed: true, retryAfter: null };
      return { allowed: false, retryAfter: Math.max(1, await redis.ttl(redisKey)) };
    },
  };
}
