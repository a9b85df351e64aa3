import pino, { type DestinationStream, type Logger } from 'pino';

/** Header and field names whose values never reach a log. */
const secretPaths = ['authorization', 'cookie', '["set-cookie"]', '["x-api-key"]', 'password', 'newPassword', 'currentPassword', 'token', 'clientSecret', 'secret'];

/**
 * The process's structured log: JSON lines on standard output.
 * Log fields by name, never whole requests or records: what is logged is chosen, and known secret names are masked besides.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = secretPaths.flatMap((name) => [name, name.startsWith('[') ? `*${name}` : `*.${name}`, name.startsWith('[') ? `headers${name}` : `headers.${name}`]);
  const options = { level, base: undefined, redact: { paths, censor: '[masked]' }, timestamp: pino.stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}
