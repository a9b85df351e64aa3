import { Fault } from '@/lib/engine/fault';
import { rewrapEveryIdentitySecret } from '@/lib/modules/channel/every-sealed-channel.store';
import { rewrapEveryCredential } from '@/lib/modules/credential/every-sealed-credential.store';
import { rewrapEveryVariable } from '@/lib/modules/environment/every-sealed-variable.store';
import { ensureDatabasePlace, openDatabase } from '@/lib/platform/db/open-database';
import { applyMigrations } from '@/lib/platform/db/schema-engine';
import { EnvError, readEnv } from '@/lib/platform/env';
import { rotateMasterKey } from '@/lib/platform/vault/rotate-master-key';

/** Long enough for any installation; Prisma's own limit of 5 seconds is meant for requests. */
const TRANSACTION_TIMEOUT_MS = 10 * 60_000;

/**
 * `npm run secrets:rotate`: puts every secret under a new master key. The old key is in MASTER_KEY or the key file; the new one
 * is NEW_MASTER_KEY or is made. Either everything is rewrapped or nothing; run it again when it was cut off.
 */
async function rotateSecrets() {
  const env = readEnv();
  await ensureDatabasePlace(env.databaseUrl);
  await applyMigrations(env.databaseUrl);
  const db = await openDatabase(env.databaseUrl);
  try {
    const { oldKeyId, newKeyId, secretCount, next } = await rotateMasterKey({
      dataDir: env.dataDir,
      envValue: env.masterKey,
      newKeyValue: env.newMasterKey,
      rewrapAll: (vault) =>
        db.$transaction(
          async (transaction) => (await rewrapEveryCredential(transaction, vault)) + (await rewrapEveryVariable(transaction, vault)) + (await rewrapEveryIdentitySecret(transaction, vault)),
          { timeout: TRANSACTION_TIMEOUT_MS, maxWait: TRANSACTION_TIMEOUT_MS },
        ),
    });
    const count = secretCount === 1 ? '1 secret is' : `${secretCount} secrets are`;
    process.stdout.write(`${count} now under master key ${newKeyId} (before: ${oldKeyId}).\n${next.join('\n')}\n`);
  } finally {
    await db.$disconnect();
  }
}

try {
  await rotateSecrets();
} catch (error) {
  if (!(error instanceof Fault || error instanceof EnvError)) throw error;
  process.stderr.write(`The secrets were not rotated. ${error.message}\n`);
  process.exitCode = 1;
}
