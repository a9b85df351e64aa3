import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv } from './env';

describe('parseEnv', () => {
  it('uses safe defaults when nothing is set', () => {
    const env = parseEnv({});
    expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', redisUrl: null, masterKey: null, publicUrl: null });
    expect(env.databaseUrl).toBe(`file:${path.resolve('data', 'parley.db')}`);
  });

  it('treats an empty variable as not set', () => {
    expect(parseEnv({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicUrl: null });
  });

  it('takes over the limits of scripts that are set, in bytes', () => {
    expect(parseEnv({ SCRIPT_MEMORY_MB: '32', SCRIPT_TIME_MS: '2000' }).scriptLimits).toEqual({ memoryBytes: 32 * 1024 * 1024, timeMs: 2_000 });
    expect(parseEnv({}).scriptLimits).toEqual({});
  });

  it('drops the trailing slash of the public address', () => {
    expect(parseEnv({ PUBLIC_URL: 'https://parley.example/' }).publicUrl).toBe('https://parley.example');
  });

  it.each([
    ['PORT', 'abc', 'whole number'],
    ['PORT', '70000', 'whole number'],
    ['HOST', 'a b', 'host name'],
    ['DATABASE_URL', 'mysql://x', 'postgres://'],
    ['REDIS_URL', 'http://x', 'redis://'],
    ['PUBLIC_URL', 'parley.example', 'http'],
    ['SCRIPT_TIME_MS', '0', 'from 10 to 60000'],
    ['SCRIPT_MEMORY_MB', '1000', 'from 4 to 256'],
    ['SCRIPT_OUTPUT_MB', '1.5', 'whole number'],
    ['SCRIPT_CONSOLE_LINES', '-1', 'whole number'],
    ['SMTP_URL', 'mail.example.com', 'smtp://'],
    ['MAIL_FROM', 'chat', 'chat@example.com'],
    ['LOG_LEVEL', 'loud', 'trace'],
  ])('names %s when it is %s', (name, value, reason) => {
    expect(() => parseEnv({ [name]: value })).toThrow(EnvError);
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`${name} .*${reason.replace(/[/]/g, '\\/')}`));
  });

  it('takes the mail server and the sender together, or neither', () => {
    expect(parseEnv({ SMTP_URL: 'smtps://a:b@mail.example.com', MAIL_FROM: 'Bank <chat@bank.example>' }).mail).toEqual({ smtpUrl: 'smtps://a:b@mail.example.com', from: 'Bank <chat@bank.example>' });
    expect(parseEnv({}).mail).toBeNull();
    expect(() => parseEnv({ SMTP_URL: 'smtp://mail.example.com' })).toThrow(/SMTP_URL and MAIL_FROM/);
    expect(() => parseEnv({ MAIL_FROM: 'chat@bank.example' })).toThrow(/SMTP_URL and MAIL_FROM/);
  });

  it('names every wrong variable at once', () => {
    expect(() => parseEnv({ PORT: 'x', REDIS_URL: 'y' })).toThrow(/PORT[\s\S]*REDIS_URL/);
  });
});
