import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDeps } from '@/lib/http/open-deps';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { botStore } from '@/lib/modules/bot/bot.store';
import { channelInputSchema } from '@/lib/modules/channel/channel.schema';
import { channelStore, findChannelPlace, toOwner } from '@/lib/modules/channel/channel.store';
import { renewIdentitySecret } from '@/lib/modules/channel/renew-identity-secret';
import { createCredential } from '@/lib/modules/credential/create-credential';
import { credentialStore } from '@/lib/modules/credential/credential.store';
import { openCredential } from '@/lib/modules/credential/open-credential';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { openEnvironment } from '@/lib/modules/environment/open-environment';
import { createEnvironment } from '@/lib/modules/environment/save-environment';
import { parseEnv } from '@/lib/platform/env';

const basic = { kind: 'basic', userName: 'ada', password: 'open sesame' } as const;
let dataDir: string;

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-rotate-'));
});
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }));

/** The command as it is typed. */
const rotate = () => promisify(execFile)(process.execPath, ['scripts/run-ts.mjs', 'scripts/rotate-secrets.ts'], { env: { ...process.env, DATA_DIR: dataDir } });

/** Opens the installation as a start of the server does, and lets go of it. */
async function withDeps<T>(work: (deps: AppDeps) => Promise<T>): Promise<T> {
  const deps = await openDeps(parseEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
  try {
    return await work(deps);
  } finally {
    await deps.close();
  }
}

/** A credential, a secret variable and a channel's secret in each of two workspaces. */
const seed = () =>
  withDeps((deps) =>
    Promise.all(
      ['w1', 'w2'].map(async (workspaceId) => {
        const credentials = credentialStore(deps.db, workspaceId);
        const environments = environmentStore(deps.db, workspaceId);
        const credential = await createCredential({ ...deps, credentials }, { name: 'Bank', settings: basic });
        const variables = [{ key: 'token', value: 'variable', isSecret: true }, { key: 'host', value: 'h', isSecret: false }];
        const environment = await createEnvironment({ ...deps, environments }, { name: 'Test', description: '', variables });
        const bot = await botStore(deps.db, workspaceId).insert(deps.newId(), { name: 'Bot', description: '', environmentId: null });
        const channels = channelStore(deps.db, workspaceId);
        const channel = await channels.insert(deps.newId(), channelInputSchema.parse({ name: 'Website', botId: bot.id }));
        const identity = await renewIdentitySecret({ ...deps, channels }, { workspaceId, channelId: channel.id });
        return { workspaceId, credential, environmentId: environment.id, channelId: channel.id, identity: identity.secret };
      }),
    ),
  );

async function openAll(seeded: Awaited<ReturnType<typeof seed>>) {
  return withDeps((deps) =>
    Promise.all(
      seeded.map(async ({ workspaceId, credential, environmentId, channelId, identity }) => {
        const { settings } = await openCredential({ ...deps, credentials: credentialStore(deps.db, workspaceId) }, credential.id);
        const { secrets } = await openEnvironment({ ...deps, environments: environmentStore(deps.db, workspaceId) }, environmentId);
        const sealed = (await findChannelPlace(deps.db, channelId))?.sealedSecret ?? '';
        return { settings, secrets, isIdentityKept: deps.vault.open(sealed, toOwner({ id: channelId, workspaceId })) === identity };
      }),
    ),
  );
}

describe('npm run secrets:rotate', () => {
  it('puts every secret of every workspace under a new key, with which the next start opens them', { timeout: 60_000 }, async () => {
    const seeded = await seed();
    const keyBefore = fs.readFileSync(path.join(dataDir, 'master.key'), 'utf8');
    const { stdout } = await rotate();
    expect(stdout).toMatch(/^6 secrets are now under master key [0-9a-f]{16}/);
    const keyAfter = fs.readFileSync(path.join(dataDir, 'master.key'), 'utf8');
    expect(keyAfter).not.toBe(keyBefore);
    expect(stdout).not.toContain(keyAfter.trim());

    const [oldKeyFile = ''] = fs.readdirSync(dataDir).filter((name) => name.startsWith('master.key.old-'));
    expect(fs.readFileSync(path.join(dataDir, oldKeyFile), 'utf8')).toBe(keyBefore);
    fs.rmSync(path.join(dataDir, oldKeyFile));
    expect(await openAll(seeded)).toEqual([{ settings: basic, secrets: ['variable'], isIdentityKept: true }, { settings: basic, secrets: ['variable'], isIdentityKept: true }]);
    const shown = await withDeps((deps) => credentialStore(deps.db, 'w1').get(seeded[0]?.credential.id ?? ''));
    expect(shown).toEqual(seeded[0]?.credential);
  });

  it('changes nothing when one secret can’t be opened', async () => {
    const seeded = await seed();
    const [first, second] = seeded;
    await withDeps((deps) => deps.db.credential.update({ where: { id: second?.credential.id ?? '' }, data: { sealed: 'damaged' } }));
    const readRows = () => withDeps(async (deps) => [await deps.db.credential.findMany(), await deps.db.environmentVariable.findMany()]);
    const rowsBefore = await readRows();
    const keyBefore = fs.readFileSync(path.join(dataDir, 'master.key'), 'utf8');
    await expect(rotate()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('The secrets were not rotated.') });
    expect(fs.readFileSync(path.join(dataDir, 'master.key'), 'utf8')).toBe(keyBefore);
    expect(await readRows()).toEqual(rowsBefore);
    expect(await openAll(first ? [first] : [])).toEqual([{ settings: basic, secrets: ['variable'], isIdentityKept: true }]);
  });
});
