import type { Logger } from 'pino';
import type { Auth } from '@/lib/platform/auth';
import type { Clock } from '@/lib/platform/clock';
import type { Database } from '@/lib/platform/db/open-database';
import type { Env } from '@/lib/platform/env';
import type { Vault } from '@/lib/platform/vault/create-vault';
import type { RequestScope } from './api-context';

/** What the process has made once and every route may use. */
export interface AppDeps {
  env: Env;
  db: Database;
  clock: Clock;
  log: Logger;
  auth: Auth;
  vault: Vault;
  /**
   * Who makes a request.
   * @throws Fault `session/required`
   */
  authenticate(headers: Headers): Promise<RequestScope>;
  /** Tries at the current password when changing it, by person. */
  passwordTries: { take(key: string): void };
  /** Unique id, as stored. */
  newId(): string;
}
