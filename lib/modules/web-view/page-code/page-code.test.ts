import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCalledApi, type CalledApi } from '@/lib/modules/conversation/called-api.fixture';
import { makeTestBot, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { begin, toSaid, toSend } from '@/scripts/test/talk-to';
import { DEFAULT_WEB_VIEW_SETTINGS } from '../web-view-settings.schema';
import { WEB_VIEW_PATH } from '../web-view.wire';
import { buildPageCode, PAGE_LANGUAGES, toExampleVariables, type PageLanguage } from './page-code.rules';

const run = promisify(execFile);
/** Letters that end strings, tags and quotes somewhere. */
const TRICKY = `it's "7" \\ $x {$y} </script> é €`;

let api: TestApi;
let called: CalledApi;
let send: Send;
let folder: string;
beforeAll(async () => {
  called = await startCalledApi();
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1' });
  send = toSend(await api.join('ada'));
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-page-code-'));
});
afterAll(async () => {
  await api.stop();
  await called.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A conversation that has asked for a page, and what the page's address says. */
async function openPage(isSigned: boolean) {
  const { botId } = await makeTestBot(send, called.origin);
  if (isSigned) await send('PUT', `/bots/${botId}/web-view-settings`, { version: 0, settings: { mode: 'signed' } });
  const talk = await begin(send, botId);
  const { messages } = await talk.say('form');
  if (!isSigned) return { botId, talk, ids: [talk.id, (await talk.detail()).consumer.id] };
  const part = messages.flatMap(({ parts }) => parts).find(({ kind }) => kind === 'url-button');
  if (part?.kind !== 'url-button') throw new Error('The bot sent no link.');
  const address = new URL(part.url).searchParams;
  return { botId, talk, ids: ['convId', 'userId', 'token'].map((name) => address.get(name) ?? '') };
}

const interpreters: Partial<Record<PageLanguage, { program: string; before: string[]; probe: string }>> = {
  node: { program: process.execPath, before: [], probe: '--version' },
  python: { program: 'python3', before: [], probe: '--version' },
  curl: { program: 'sh', before: [], probe: '-c true' },
  php: { program: 'php', before: [], probe: '--version' },
  java: { program: 'java', before: [], probe: '--version' },
};
const isThere = (program: string, probe: string) => spawnSync(program, probe.split(' ')).status === 0;

describe.each(Object.entries(interpreters).map(([language, how]) => [language as PageLanguage, how] as const))('the code for %s', (language, { program, before, probe }) => {
  describe.skipIf(!isThere(program, probe))(`run by ${path.basename(program)}`, () => {
    it.each([
      ['the hash', false],
      ['the token of its link', true],
    ])('posts with %s what it shows, letter for letter', { timeout: 60_000 }, async (_title, isSigned) => {
      const { botId, talk, ids } = await openPage(isSigned);
      const code = buildPageCode(language, { endpoint: api.origin + WEB_VIEW_PATH, botId, isSigned, message: TRICKY, variables: [{ name: 'Payment Id', value: TRICKY }, { name: 'ok', value: 'true' }] });
      const file = path.join(folder, code.fileName);
      await writeFile(file, code.text);
      const { stdout } = await run(program, [...before, file, ...ids]);
      expect(stdout).toContain('delivered');
      expect((await talk.detail()).variables.webView).toEqual({ 'Payment Id': TRICKY, ok: 'true' });
      expect(toSaid(await talk.messages())).toContain(`consumer: ${TRICKY}`);
    });

    it.skipIf(language === 'curl')('fails with the reason of a refusal', { timeout: 60_000 }, async () => {
      const { botId, ids } = await openPage(false);
      const code = buildPageCode(language, { endpoint: api.origin + WEB_VIEW_PATH, botId, isSigned: false, message: '', variables: [] });
      const file = path.join(folder, code.fileName);
      await writeFile(file, code.text);
      await expect(run(program, [...before, file, ids[0] ?? '', 'somebody-else'])).rejects.toThrow(/This user does not belong to the conversation/);
    });
  });
});

describe('the code for browsers', () => {
  it.each([false, true])('posts from a page whose address carries the ids (signed: %s)', async (isSigned) => {
    const { botId, talk, ids } = await openPage(isSigned);
    const code = buildPageCode('javascript', { endpoint: api.origin + WEB_VIEW_PATH, botId, isSigned, message: TRICKY, variables: [{ name: 'a', value: TRICKY }] });
    const [convId = '', userId = '', token = ''] = ids;
    const href = `https://shop.example/?${new URLSearchParams({ convId, userId, token }).toString()}`;
    const file = path.join(folder, 'page.mjs');
    // All that the script needs of a browser, and Node doesn't have.
    await writeFile(file, `globalThis.location = { href: ${JSON.stringify(href)} };\n${code.text}`);
    expect((await run(process.execPath, [file])).stdout).toContain('The bot has it: delivered');
    expect((await talk.detail()).variables.webView).toEqual({ a: TRICKY });
  });

  it('can’t be left by a variable that looks like a tag', () => {
    const input = { endpoint: 'http://x', botId: 'b', isSigned: false, message: '</script><b>', variables: [{ name: '"><i>', value: '</script>' }] };
    const { text } = buildPageCode('html', input);
    expect(text.match(/<\/script>/g)).toHaveLength(1);
    expect(text).not.toContain('<i>');
  });
});

it.each(PAGE_LANGUAGES)('the code for %s names the bot and where it posts', (language) => {
  const { text, fileName, about } = buildPageCode(language, { endpoint: 'https://parley.example/x', botId: 'bot-7', isSigned: true, message: '', variables: [] });
  expect(text).toContain('https://parley.example/x');
  expect(text).toContain('bot-7');
  expect([fileName, about].every((words) => words.length > 4)).toBe(true);
});

describe('example variables', () => {
  it('are what the bot accepts', () => {
    expect(toExampleVariables(DEFAULT_WEB_VIEW_SETTINGS)).toEqual([{ name: 'PaymentId', value: '7' }]);
    expect(toExampleVariables({ variables: [{ name: 'paid', type: 'boolean' }, { name: 'at', type: 'date' }] })).toEqual([{ name: 'paid', value: 'true' }, { name: 'at', value: '2026-01-31' }]);
    expect(toExampleVariables({ variables: [] })).toEqual([]);
  });
});
