import path from 'node:path';
import { z } from 'zod';

/** What Parley reads from the process environment. `.env.example` documents each variable. */
export interface Env {
  /** TCP port to listen on. Default 3000; 0 lets the system choose. */
  port: number;
  /** Address to listen on. Default 127.0.0.1. */
  host: string;
  /** Absolute folder for the SQLite file, the key file and logs. Default `./data`. */
  dataDir: string;
  /** `file:…` for SQLite, `postgres://…` for PostgreSQL. Default `file:<dataDir>/parley.db`. */
  databaseUrl: string;
  /** `redis://…` shares sign-in rate limits between processes; null without it. */
  redisUrl: string | null;
  /** Master key as given (base64 or hex of 32 bytes); null means the key file in `dataDir`. */
  masterKey: string | null;
  /** New master key for `npm run secrets:rotate`; null lets the command make one. */
  newMasterKey: string | null;
  /** Address under which people reach Parley, without trailing slash; null means the address listened on. */
  publicUrl: string | null;
  /** The mail server and the sender of mails; null sends none. */
  mail: { smtpUrl: string; from: string } | null;
  /** Private hosts that integrations may reach, in addition to the workspace's own list. */
  outboundAllow: string;
  /** What one script may use up; what is not set keeps its default. */
  scriptLimits: { timeMs?: number; memoryBytes?: number; outputBytes?: number; consoleLineCount?: number };
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  isProduction: boolean;
}

const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsUnset, schema.optional());

const wholeNumber = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return optional(z.string().regex(/^\d{1,9}$/, message).transform(Number).refine((value) => value >= min && value <= max, message));
};
const MEGABYTE = 1024 * 1024;

const envSchema = z
  .object({
    PORT: wholeNumber(0, 65_535),
    HOST: optional(z.string().regex(/^[A-Za-z0-9.:-]+$/, 'must be a host name or an address such as 127.0.0.1 or ::')),
    DATA_DIR: optional(z.string()),
    DATABASE_URL: optional(
      z.string().regex(/^(file:|postgres:\/\/|postgresql:\/\/)/, 'must begin with file:, postgres:// or postgresql://'),
    ),
    REDIS_URL: optional(z.string().regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')),
    MASTER_KEY: optional(z.string()),
    NEW_MASTER_KEY: optional(z.string()),
    PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an absolute http:// or https:// address' })),
    SMTP_URL: optional(z.string().refine((url) => /^smtps?:\/\/[^/]/.test(url) && URL.canParse(url), 'must be an address such as smtp://user:password@mail.example.com:587')),
    MAIL_FROM: optional(z.string().regex(/^[^\r\n]*[^\s@]@[^\s@]+$/, 'must be an address such as chat@example.com, or AG Bank <chat@example.com>')),
    OUTBOUND_ALLOW: optional(z.string()),
    SCRIPT_TIME_MS: wholeNumber(10, 60_000),
    SCRIPT_MEMORY_MB: wholeNumber(4, 256),
    SCRIPT_OUTPUT_MB: wholeNumber(1, 50),
    SCRIPT_CONSOLE_LINES: wholeNumber(0, 100_000),
    LOG_LEVEL: optional(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be trace, debug, info, warn, error or silent'),
    ),
    NODE_ENV: optional(z.string()),
  })
  .refine((values) => (values.SMTP_URL === undefined) === (values.MAIL_FROM === undefined), { path: ['SMTP_URL'], error: 'and MAIL_FROM are set together, or neither' });

/** Raised when the environment can't be used; the message names every variable and what is wrong with it. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/**
 * Parses the environment once.
 * @throws EnvError naming every variable that can't be used.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new EnvError(`The environment can't be used:\n${lines.join('\n')}\nCorrect it (see .env.example) and start again.`);
  }
  const values = parsed.data;
  const dataDir = path.resolve(values.DATA_DIR ?? 'data');
  return {
    port: values.PORT ?? 3000,
    host: values.HOST ?? '127.0.0.1',
    dataDir,
    databaseUrl: values.DATABASE_URL ?? `file:${path.join(dataDir, 'parley.db')}`,
    redisUrl: values.REDIS_URL ?? null,
    masterKey: values.MASTER_KEY ?? null,
    newMasterKey: values.NEW_MASTER_KEY ?? null,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    mail: values.SMTP_URL !== undefined && values.MAIL_FROM !== undefined ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : null,
    outboundAllow: values.OUTBOUND_ALLOW ?? '',
    scriptLimits: {
      ...(values.SCRIPT_TIME_MS === undefined ? {} : { timeMs: values.SCRIPT_TIME_MS }),
      ...(values.SCRIPT_MEMORY_MB === undefined ? {} : { memoryBytes: values.SCRIPT_MEMORY_MB * MEGABYTE }),
      ...(values.SCRIPT_OUTPUT_MB === undefined ? {} : { outputBytes: values.SCRIPT_OUTPUT_MB * MEGABYTE }),
      ...(values.SCRIPT_CONSOLE_LINES === undefined ? {} : { consoleLineCount: values.SCRIPT_CONSOLE_LINES }),
    },
    logLevel: values.LOG_LEVEL ?? 'info',
    isProduction: values.NODE_ENV === 'production',
  };
}

let cached: Env | undefined;

/** The process's environment, parsed at first use. */
export function readEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
