import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { changeContent, publish, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { begin, toSend, type Talk } from '@/scripts/test/talk-to';

const PAGE = 'https://shop.example/pay?from=bot';

describe('a web view question that leads to the page of the settings', () => {
  let api: TestApi;
  let send: Send;
  let botId: string;
  let latestTurn: number;
  beforeAll(async () => {
    api = await startTestApi();
    send = toSend(await api.join('ada'));
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    ({ id: botId } = z.object({ id: z.string() }).parse(await send('POST', '/bots', { name: `Shop ${randomUUID()}` })));
    const question = interactionSchema.parse({ kind: 'web-view', id: 'pay', name: 'Pay', text: 'Please pay.', buttonLabel: 'To the page', url: '{$webViewUrl}' });
    const dialog = dialogSchema.parse({ id: 'paying', name: 'Paying', kind: 'standard', starter: { patterns: ['pay'] }, interactionIds: ['pay'] });
    await changeContent(send, botId, () => ({ ...emptyBotContent(), dialogIds: ['paying'], dialogs: { paying: dialog }, interactions: { pay: question } }));
  });

  const save = async (settings: object) => {
    const { version } = (await send('GET', `/bots/${botId}/web-view-settings`)) as { version: number };
    await send('PUT', `/bots/${botId}/web-view-settings`, { version, settings });
  };
  const findButton = async (talk: Talk) => {
    const { messages, turn } = await talk.say('pay');
    latestTurn = turn.number;
    const part = messages.flatMap(({ parts }) => parts).find(({ kind }) => kind === 'url-button');
    return part?.kind === 'url-button' ? new URL(part.url) : null;
  };

  it('has its button also when the page’s address was saved with a blank in it', async () => {
    await save({ pageUrl: 'https://shop.example/my page' });
    await publish(send, botId);
    expect((await findButton(await begin(send, botId)))?.pathname).toBe('/my%20page');
  });

  it('has its button in a copy of the bot, which demands signed links as the bot does', async () => {
    await save({ mode: 'signed', pageUrl: PAGE });
    const { id: copyId } = z.object({ id: z.string() }).parse(await send('POST', `/bots/${botId}/duplicate`));
    await publish(send, copyId);
    const url = await findButton(await begin(send, copyId));
    expect([url?.searchParams.get('botId'), url?.searchParams.get('token')]).toEqual([copyId, expect.any(String)]);
  });

  it('is told to the surroundings of the draft', async () => {
    const look = async () => ((await send('GET', `/bots/${botId}/draft/surroundings`)) as { hasWebViewPage: boolean }).hasWebViewPage;
    expect(await look()).toBe(false);
    await save({ pageUrl: PAGE });
    expect(await look()).toBe(true);
  });

  for (const mode of ['compatible', 'signed'] as const) {
    describe(`in ${mode} mode`, () => {
      it('has its button in a live conversation when the page was saved before publishing', async () => {
        await save({ mode, pageUrl: PAGE });
        await publish(send, botId);
        const talk = await begin(send, botId);
        const url = await findButton(talk);
        expect(`${url?.origin}${url?.pathname}`).toBe('https://shop.example/pay');
        expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({ from: 'bot', convId: talk.id, botId, ...(mode === 'signed' && { token: expect.any(String) }) });
      });

      it('has its button from the next question on when the page is saved while a conversation goes on', async () => {
        await publish(send, botId);
        const talk = await begin(send, botId);
        expect(await findButton(talk)).toBeNull();
        const { trace } = await talk.turn(latestTurn);
        expect(trace).toContainEqual(expect.objectContaining({ kind: 'fault', code: 'message/bad-address', message: expect.stringContaining('the bot’s Web View settings have no page address') }));
        await save({ mode, pageUrl: PAGE });
        expect((await findButton(talk))?.searchParams.get('convId')).toBe(talk.id);
      });
    });
  }
});
