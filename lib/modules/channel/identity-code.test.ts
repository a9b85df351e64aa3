import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyIdentity } from '@/lib/modules/messenger/verify-identity';
import { getSigningCode, type SigningLanguage } from './identity-code.rules';

const run = promisify(execFile);
const SECRET = 'a-secret-of-forty-three-characters-in-all-x';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-identity-code-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const programs: [SigningLanguage, string][] = [['node', process.execPath], ['python', 'python3'], ['php', 'php']];

describe.each(programs)('the code for %s', (language, program) => {
  it.skipIf(spawnSync(program, ['--version']).status !== 0)(`run by ${path.basename(program)}, signs what Parley accepts`, async () => {
    const { fileName, text } = getSigningCode(language);
    const file = path.join(folder, fileName);
    await writeFile(file, text);
    const { stdout } = await run(program, [file], { env: { ...process.env, PARLEY_IDENTITY_SECRET: SECRET } });
    const identity = await verifyIdentity({ clock: { nowMs: () => Date.now() } }, stdout.trim(), SECRET);
    expect(identity).toMatchObject({ externalId: 'customer-81', info: { name: 'Ada Lovelace', email: 'ada@example.com' } });
    expect(identity.expiresAtMs).toBeGreaterThan(Date.now());
    await expect(verifyIdentity({ clock: { nowMs: () => Date.now() } }, stdout.trim(), `${SECRET}!`)).rejects.toMatchObject({ code: 'messenger/wrong-identity' });
  });
});
