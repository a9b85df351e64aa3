import type { Logger } from 'pino';
import type { LinkTurn } from '@/lib/modules/web-view/link-turn';
import type { TokenCache } from '@/lib/modules/credential/token-cache';
import type { RunRecorder } from '@/lib/modules/integration-run/run-recorder';
import type { Clock } from '@/lib/platform/clock';
import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import type { Env } from '@/lib/platform/env';
import type { Outbound } from '@/lib/platform/http/outbound';
import type { Sandbox } from '@/lib/platform/sandbox/sandbox';
import type { Vault } from '@/lib/platform/vault/create-vault';
import type { PermanentVariables } from './permanent-variables';
import type { TurnWatcher } from './turn-watcher';

/** What conversations need of the process. */
export interface RuntimeDeps {
  env: Env;
  db: Database;
  clock: Clock;
  log: Logger;
  vault: Vault;
  outbound: Outbound;
  tokens: TokenCache;
  configCache: ConfigCache;
  sandbox: Sandbox;
  recorder: RunRecorder;
  /** What links to pages carry in a turn. */
  linkTurn: LinkTurn;
  permanentVariables: PermanentVariables;
  /** Is told of every turn. */
  turnWatcher: TurnWatcher;
  newId(): string;
}
