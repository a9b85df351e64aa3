import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';

const CANARY = 'c4n4ry';
const secret = (name: string) => `${CANARY} "${name}"/+\\`;
const idSchema = z.object({ id: z.string() });

let api: TestApi;
let bank: RunningBank;
let ada: TestPerson;
let botId: string;
beforeAll(async () => {
  bank = await startSampleBank();
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1', LOG_LEVEL: 'trace' });
  ada = await api.join('ada');
  const variables = [{ key: 'token', value: secret('environment'), isSecret: true }];
  const environmentId = idSchema.parse((await ada.call('POST', '/environments', { name: 'E', variables })).body).id;
  botId = idSchema.parse((await ada.call('POST', '/bots', { name: 'AG Bank', environmentId })).body).id;
});
afterAll(async () => {
  await api.stop();
  await bank.close();
});

const credentials: CredentialSettings[] = [
  { kind: 'basic', userName: 'ada', password: secret('password') },
  { kind: 'access-token', tokenType: 'Bearer', token: `${CANARY}-token` },
  { kind: 'api-key', in: 'query', name: 'key', value: secret('key') },
  { kind: 'api-key', in: 'header', name: 'X-Key', value: `${CANARY}-key` },
  { kind: 'oauth-client-credentials', tokenUrl: 'http://127.0.0.1:9/token', clientId: 'bot', clientSecret: secret('client'), scope: '', audience: '', secretIn: 'body' },
];

/** Everything that lies in the data folder, byte by byte; runs up to some KB are stored as plain text. */
async function readDataFolder(): Promise<string> {
  const names = await readdir(api.dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(files)).join('\n');
}

it('an echoed, logged or stored secret is in no answer, not in the database’s files and not in the log', async () => {
  const script = `
    var echo = JSON.parse(botContext.getBotVariable('api_bank').jsonData).api_bank;
    print(JSON.stringify(echo)); print(botContext.getEnvVariable('token'));
    botContext.setBotVariable('copy', { echo: echo, token: botContext.getEnvVariable('token') }, true, false);
    throw new Error(botContext.getEnvVariable('token'));`;
  const texts: string[] = [];
  for (const [index, settings] of credentials.entries()) {
    const created = await ada.call('POST', '/credentials', { name: 'C', settings });
    expect([settings.kind, created.status, created.text]).toEqual([settings.kind, 201, expect.any(String)]);
    const credentialId = idSchema.parse(created.body).id;
    const definition = {
      name: `Bank ${index}`, responseVariable: 'bank', credentialId, method: 'POST', url: `${bank.url}/echo?q={$env.token}`,
      postBody: { kind: 'json', text: '{"token":"{$env.token}"}' },
      customDataFields: [{ key: 'all', path: '{$.api_bank.headers}' }, { key: 'body', path: '{$.api_bank.body}' }, { key: 'query', path: '{$.api_bank.query[i].value}' }],
    };
    for (const transformScript of ['', script, script.replace('throw', '//')]) {
      const answer = await ada.call('POST', `/bots/${botId}/integrations/11111111-1111-4111-8111-11111111111${index}/runs`, { definition: { ...definition, transformScript } });
      expect(answer.status).toBe(200);
      texts.push(answer.text);
    }
  }
  await api.deps.recorder.flush();
  expect(await api.deps.db.integrationRun.count()).toBe(credentials.length * 3);
  expect(texts.filter((text) => text.includes('•••'))).toHaveLength(texts.length);

  const stored = await readDataFolder();
  expect(stored).toContain('api_bank.headers');
  for (const text of [...texts, stored, ...api.logLines]) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(Buffer.from(`ada:${CANARY}`).toString('base64').slice(0, 14));
  }
  expect(api.logLines.length).toBeGreaterThan(0);
});
