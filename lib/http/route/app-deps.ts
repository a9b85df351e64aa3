import type { Logger } from 'pino';
import type { TokenCache } from '@/lib/modules/credential/token-cache';
import type { Auth } from '@/lib/platform/auth';
import type { Clock } from '@/lib/platform/clock';
import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import type { Env } from '@/lib/platform/env';
import type { Mailer } from '@/lib/platform/mailer';
import type { Outbound } from '@/lib/platform/http/outbound';
import type { Vault } from '@/lib/platform/vault/create-vault';
import type { ConversationRuntime } from '@/lib/modules/conversation/conversation-runtime';
import type { PermanentVariables } from '@/lib/modules/conversation/permanent-variables';
import type { ContactRates } from '@/lib/modules/messenger/contact-rates';
import type { EventStreams } from '@/lib/modules/messenger/live/event-streams';
import type { FileAddresses } from '@/lib/modules/messenger/file-addresses';
import type { MessengerNews } from '@/lib/modules/messenger/messenger-news.schema';
import type { Realtime } from '@/lib/platform/realtime/realtime';
import type { RunRecorder } from '@/lib/modules/integration-run/run-recorder';
import type { Sandbox } from '@/lib/platform/sandbox/sandbox';
import type { WebViews } from '@/lib/modules/web-view/create-web-views';
import type { MessengerTokens } from '@/lib/modules/messenger/messenger-tokens';
import type { ConsumerScope, RequestScope } from './request-scope';

/** What the process has made once and every route may use. */
export interface AppDeps {
  env: Env;
  db: Database;
  clock: Clock;
  log: Logger;
  auth: Auth;
  vault: Vault;
  /** The one door out. */
  outbound: Outbound;
  /** OAuth tokens of every workspace's credentials. */
  tokens: TokenCache;
  /**
   * Who makes a request.
   * @throws Fault `session/required`
   */
  authenticate(headers: Headers): Promise<RequestScope>;
  /**
   * Which messenger's visitor makes a request. Reads no database.
   * @throws Fault `messenger/session-required`
   */
  authenticateConsumer(headers: Headers): ConsumerScope;
  /** Tokens of messengers' visitors. */
  messengerTokens: MessengerTokens;
  /** Null where no mail server is set up. */
  mailer: Mailer | null;
  configCache: ConfigCache;
  sandbox: Sandbox;
  recorder: RunRecorder;
  /** Takes the turns of conversations. */
  runtime: ConversationRuntime;
  permanentVariables: PermanentVariables;
  /** What processes tell each other about consumers' conversations. */
  realtime: Realtime<MessengerNews>;
  /** Live connections of consumers. */
  eventStreams: EventStreams;
  /** What each contact may do how often. */
  contactRates: ContactRates;
  /** Addresses of files for consumers. */
  fileAddresses: FileAddresses;
  /** Takes the posts of pages. */
  webViews: WebViews;
  /** Tries at the current password when changing it, by person. */
  passwordTries: { take(key: string): void };
  /** Visitors who come to a messenger without a session, by channel and address. */
  newcomers: { take(key: string): void };
  /** Unique id, as stored. */
  newId(): string;
}
