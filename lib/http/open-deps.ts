import { hkdfSync, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { DestinationStream } from 'pino';
import { createAuthenticate } from '@/lib/http/authenticate';
import { createRateLimit } from '@/lib/http/rate-limit';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { CONVERSATION_PRELUDE } from '@/lib/engine/script/conversation-prelude';
import { EXPRESSION_PRELUDE } from '@/lib/engine/script/expression-prelude';
import { TRANSFORM_PRELUDE } from '@/lib/engine/script/transform-prelude';
import { createContactSweeper } from '@/lib/modules/contact/contact-sweeper';
import { findPersonId } from '@/lib/modules/contact/person-data.store';
import { createConversationRuntime } from '@/lib/modules/conversation/conversation-runtime';
import { activeConversationStore } from '@/lib/modules/conversation/active-conversation.store';
import { createPermanentVariables } from '@/lib/modules/conversation/permanent-variables';
import { createFileSweeper } from '@/lib/modules/conversation/file-sweeper';
import { createRunRecorder } from '@/lib/modules/integration-run/run-recorder';
import { PASSWORD_LENGTH_MIN } from '@/lib/modules/workspace/password.rules';
import { authenticateConsumer } from '@/lib/modules/messenger/authenticate-consumer';
import { createMessengerTokens } from '@/lib/modules/messenger/messenger-tokens';
import { createContactRates } from '@/lib/modules/messenger/contact-rates';
import { createEventStreams } from '@/lib/modules/messenger/live/event-streams';
import { createFileAddresses } from '@/lib/modules/messenger/file-addresses';
import { messengerNewsSchema, type MessengerNews } from '@/lib/modules/messenger/messenger-news.schema';
import { createTurnWatcher } from '@/lib/modules/messenger/tell-consumers';
import { createTokenCache } from '@/lib/modules/credential/token-cache';
import { createAuth } from '@/lib/platform/auth';
import { createWebViews } from '@/lib/modules/web-view/create-web-views';
import { createLinkTurn } from '@/lib/modules/web-view/link-turn';
import { createPageTokens } from '@/lib/modules/web-view/page-tokens';
import { systemClock } from '@/lib/platform/clock';
import { createConfigCache } from '@/lib/platform/config-cache';
import { ensureDatabasePlace, openDatabase, toProvider } from '@/lib/platform/db/open-database';
import { applyMigrations } from '@/lib/platform/db/schema-engine';
import type { Env } from '@/lib/platform/env';
import { createOutbound } from '@/lib/platform/http/outbound';
import { createMailer } from '@/lib/platform/mailer';
import { createLogger } from '@/lib/platform/logger';
import { createRealtime } from '@/lib/platform/realtime/realtime';
import { createSandbox } from '@/lib/platform/sandbox/sandbox';
import { createVault } from '@/lib/platform/vault/create-vault';
import { loadMasterKey } from '@/lib/platform/vault/load-master-key';

/** The process's dependencies with the way to let go of them. */
export interface OpenDeps extends AppDeps {
  /** Writes what is still to be written and closes everything. */
  close(): Promise<void>;
}

/** How long turns under way may take to finish when everything is closed; later they go on at the next start. */
const TURN_GRACE_MS = 2_000;

/** Told to called servers in `User-Agent`. */
const VERSION = '0.1.0';

/**
 * Migrates and opens the database, loads the keys, and makes everything that routes use.
 * @param logTo where the log goes; default: standard output
 */
export async function openDeps(env: Env, logTo?: DestinationStream): Promise<OpenDeps> {
  const log = createLogger(env.logLevel, logTo);
  await ensureDatabasePlace(env.databaseUrl);
  const applied = await applyMigrations(env.databaseUrl);
  if (applied.length > 0) log.info({ applied }, 'migrations applied');
  const db = await openDatabase(env.databaseUrl);

  const keyRing = loadMasterKey(env.dataDir, env.masterKey);
  for (const warning of keyRing.warnings) log.warn(warning);
  const redis = env.redisUrl === null ? null : new Redis(env.redisUrl, { maxRetriesPerRequest: 2 });
  redis?.on('error', (error) => log.error({ reason: error.message }, 'redis is not reachable'));

  const auth = createAuth({
    db,
    databaseUrl: env.databaseUrl,
    secret: deriveSessionSecret(keyRing),
    passwordLengthMin: PASSWORD_LENGTH_MIN,
    publicUrl: env.publicUrl,
    redis,
  });

  const outbound = createOutbound({ version: VERSION });
  const mailer = env.mail && createMailer(env.mail);
  const isOnlyWriter = toProvider(env.databaseUrl) === 'sqlite';
  const configCache = createConfigCache({ clock: systemClock, isOnlyWriter });
  const permanentVariables = createPermanentVariables({ clock: systemClock, isOnlyWriter, findPersonId: (consumerId) => findPersonId(db, consumerId), list: activeConversationStore(db).listPermanent });
  const sandbox = createSandbox({ warmPreludes: [TRANSFORM_PRELUDE, CONVERSATION_PRELUDE, EXPRESSION_PRELUDE] });
  const recorder = createRunRecorder({ db, log, clock: systemClock });
  const tokens = createTokenCache({ send: outbound.exchange, clock: systemClock });
  const pageTokens = createPageTokens(keyRing);
  const messengerTokens = createMessengerTokens(keyRing);
  const linkTurn = createLinkTurn({ db, configCache, pageTokens });
  const fileAddresses = createFileAddresses(keyRing);
  const realtime = createRealtime<MessengerNews>({ redisUrl: env.redisUrl, log, processId: randomUUID(), parse: (value) => messengerNewsSchema.safeParse(value).data ?? null });
  const turnWatcher = createTurnWatcher({ realtime, fileAddresses });
  const shared = { env, db, log, clock: systemClock, vault: createVault(keyRing), outbound, configCache, sandbox, recorder, tokens, linkTurn, permanentVariables, turnWatcher, realtime, fileAddresses, newId: randomUUID };
  const runtime = createConversationRuntime(shared);
  const webViews = createWebViews({ ...shared, runtime, pageTokens });
  const eventStreams = createEventStreams(shared);
  const sweepers = [createFileSweeper({ ...shared, databaseUrl: env.databaseUrl }), createContactSweeper(shared)];

  return {
    ...shared,
    auth,
    runtime: {
      ...runtime,
      async start() {
        await runtime.start();
        await webViews.start();
        for (const sweeper of sweepers) sweeper.start();
      },
    },
    webViews,
    eventStreams,
    contactRates: createContactRates(systemClock),
    authenticate: createAuthenticate({ auth, db, configCache }),
    authenticateConsumer: (headers) => authenticateConsumer({ tokens: messengerTokens, clock: systemClock }, headers),
    messengerTokens,
    mailer,
    newcomers: createRateLimit({ clock: systemClock, triesMax: 300, windowMs: 60_000, code: 'messenger/too-many-sessions' }),
    passwordTries: createRateLimit({ clock: systemClock, triesMax: 8, windowMs: 60_000, code: 'account/too-many-tries' }),
    async close() {
      eventStreams.close();
      webViews.stop();
      for (const sweeper of sweepers) sweeper.stop();
      await runtime.stop(TURN_GRACE_MS);
      await webViews.flush();
      await recorder.flush();
      await sandbox.close();
      outbound.close();
      mailer?.close();
      realtime.close();
      redis?.disconnect();
      await db.$disconnect();
    },
  };
}

/** Signs session cookies. It changes with the master key, so that a rotation signs everybody out. */
function deriveSessionSecret(keyRing: { keys: { id: string; secret: { export(): Buffer } }[]; currentKeyId: string }): string {
  const key = keyRing.keys.find((candidate) => candidate.id === keyRing.currentKeyId);
  if (!key) throw new Error('The key ring lacks its current key.');
  return Buffer.from(hkdfSync('sha256', key.secret.export(), '', 'parley session cookies', 32)).toString('base64');
}
