import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
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

const programs: [SigningLanguage, string][] = [['node', process.execPath], ['python', 'python3'], ['php', 'php'], ['java', 'java']];

describe.each(programs)('the code for %s', (language, program) => {
  it.skipIf(spawnSync(program, ['--version']).status !== 0)(`run by ${path.basename(program)}, signs what Parley accepts`, { timeout: 60_000 }, async () => {
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

const JAVA_IMPORTS = ['java.nio.charset.StandardCharsets', 'java.time.Instant', 'java.util.Base64', 'javax.crypto.Mac', 'javax.crypto.spec.SecretKeySpec'].map((name) => `import ${name};`).join('\n');

/** What stands around an example in the guide: somebody signed in to the site, and the token printed. */
const examples = [
  { language: 'js', file: 'example.mjs', program: process.execPath, there: [process.execPath, ['--version']], around: (text: string) => `const customer = { id: 'customer-81' };\n${text}\nconsole.log(jwt);\n` },
  {
    language: 'python', file: 'example.py', program: 'python3', there: ['python3', ['-c', 'import jwt']],
    around: (text: string) => `from types import SimpleNamespace\ncustomer = SimpleNamespace(id="customer-81")\n${text}\nprint(token)\n`,
  },
  { language: 'php', file: 'example.php', program: 'php', there: ['php', ['--version']], around: (text: string) => `<?php\n$customer = (object) ['id' => 'customer-81'];\n${text}\necho $jwt;\n` },
  {
    language: 'java', file: 'Example.java', program: 'java', there: ['java', ['--version']],
    around: (text: string) => `${JAVA_IMPORTS}\nclass Example {\nrecord Customer(String id) {}\npublic static void main(String[] args) throws Exception {\nCustomer customer = new Customer("customer-81");\n${text}\nSystem.out.println(jwt);\n}\n}\n`,
  },
] as const;

describe.each(examples)('the guide’s example for $language', ({ language, file, program, there: [probe, flags], around }) => {
  it.skipIf(spawnSync(probe, flags).status !== 0)('signs what Parley accepts', { timeout: 60_000 }, async () => {
    const guide = await readFile('docs/messenger.md', 'utf8');
    const block = [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].find(([, name, text]) => name === language && text?.includes('PARLEY_IDENTITY_SECRET'))?.[2] ?? '';
    await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules')).catch(() => undefined);
    await writeFile(path.join(folder, file), around(block));
    const { stdout } = await run(program, [path.join(folder, file)], { env: { ...process.env, PARLEY_IDENTITY_SECRET: SECRET } });
    expect(await verifyIdentity({ clock: { nowMs: () => Date.now() } }, stdout.trim(), SECRET)).toMatchObject({ externalId: 'customer-81' });
  });
});
