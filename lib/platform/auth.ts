import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Redis } from 'ioredis';
import { withAuthContext } from './auth-context';
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
 * What Parley uses of it stands here, so that all of it runs within `withAuthContext`.
 */
export function createAuth(options: AuthOptions) {
  const accounts = openAccounts(options);
  return {
    /** Answers the routes of signing in and out. */
    handler: (request: Request) => withAuthContext(() => accounts.handler(request)),
    /** Who sends these headers; null without a session, after its end, and when its cookie was not signed by us. */
    getSession: (headers: Headers) => withAuthContext(() => accounts.api.getSession({ headers })),
    /** Makes an account; `headers` of the result sign it in. */
    signUpEmail: (body: { name: string; email: string; password: string }, headers: Headers) => withAuthContext(() => accounts.api.signUpEmail({ body, headers, returnHeaders: true })),
    /** Changes the password of who sends these headers and ends all other sessions of theirs; `headers` of the result sign in anew. */
    changePassword: (passwords: { currentPassword: string; newPassword: string }, headers: Headers) =>
      withAuthContext(() => accounts.api.changePassword({ body: { ...passwords, revokeOtherSessions: true }, headers, returnHeaders: true })),
  };
}

export type Auth = ReturnType<typeof createAuth>;

/** Signing up over HTTP is off: the owner is made by our own route at the first start. */
function openAccounts(options: AuthOptions) {
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
