import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { findTestDatabases, type TestDatabase } from '@/scripts/test/test-databases';
import { startCalledApi, type CalledApi } from './called-api.fixture';
import { begin, toSaid, toSend, until } from '@/scripts/test/talk-to';
import { changeContent, makeTestBot, publish, type Send, type TestBot } from './test-bot.fixture';

for (const kind of await findTestDatabases()) {
  describe.skipIf(!kind.isThere)(`conversations on ${kind.name}`, () => {
    let database: TestDatabase;
    let called: CalledApi;
    let api: TestApi;
    let ada: TestPerson;
    let send: Send;
    let bot: TestBot;
    beforeAll(async () => {
      database = await kind.create();
      called = await startCalledApi();
      api = await startTestApi({ DATABASE_URL: database.databaseUrl, OUTBOUND_ALLOW: '127.0.0.1' });
      ada = await api.join('ada');
      send = toSend(ada);
      bot = await makeTestBot(send, called.origin);
    });
    afterAll(async () => {
      await api.stop();
      await called.stop();
      await database.drop();
    });

    it('a bot greets, answers, and everything said can be read again', async () => {
      const talk = await begin(send, bot.botId);
      expect(talk.conversation).toMatchObject({ botId: bot.botId, kind: 'live', status: 'open', channel: 'lp_web' });
      expect(toSaid(talk.first)).toEqual(['bot: Hello.']);
      const answer = await talk.say('count');
      expect(answer.turn).toEqual({ number: 2, status: 'done' });
      expect(toSaid(answer.messages)).toEqual(['consumer: count', 'bot: Count 1']);
      expect(toSaid((await talk.say('count')).messages)).toEqual(['consumer: count', 'bot: Count 2']);
      const messages = await talk.messages();
      expect(messages.map(({ seq, id }) => [seq, id])).toEqual([1, 2, 3, 4, 5].map((seq) => [seq, `${talk.id}:${seq}`]));
      expect(toSaid(await talk.messages(3))).toEqual(['consumer: count', 'bot: Count 2']);
      expect(await talk.detail()).toMatchObject({ releaseNumber: 1, lastSeq: 5, turnCount: 3, isAnswering: false, variables: { session: { count: 2 } } });
      const turns = await talk.turns();
      expect(turns.map(({ number, event, status, messageSeqs }) => [number, event.kind, status, messageSeqs])).toEqual([[1, 'started', 'done', [1]], [2, 'message-received', 'done', [2, 3]], [3, 'message-received', 'done', [4, 5]]]);
      expect((await talk.turn(3)).trace).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'dialog-entered', dialogId: 'counting', reason: 'starter' })]));
      expect(await send('GET', `/bots/${bot.botId}/conversations?kind=live&limit=1`)).toMatchObject({ conversations: [{ id: talk.id, lastSeq: 5 }] });
    });

    it('a consumer may speak first, begin at a dialog, and bring variables', async () => {
      const spoken = await begin(send, bot.botId, { message: { messageId: randomUUID(), text: 'count' }, variables: { count: 41 }, consumer: { id: 'bo', name: 'Bo' } });
      expect(toSaid(spoken.first)).toEqual(['consumer: count', 'bot: Count 42']);
      expect((await spoken.detail()).consumer).toMatchObject({ id: 'bo', name: 'Bo' });
      expect(toSaid((await begin(send, bot.botId, { dialogId: 'counting' })).first)).toEqual(['bot: Count 1']);
    });

    it('the consumer’s message and the bot’s first words are there while a call is under way', async () => {
      const talk = await begin(send, bot.botId);
      const release = called.hold();
      const count = called.calls.length;
      const answering = talk.say('look here');
      await called.whenCalled(count + 1);
      expect(toSaid(await talk.messages(1))).toEqual(['consumer: look here', 'bot: One moment.']);
      expect(await talk.detail()).toMatchObject({ isAnswering: true });
      expect((await talk.turn(2)).journal).toMatchObject([{ kind: 'call-integration', integrationId: bot.lookId, result: null }]);
      release();
      const answer = await answering;
      expect(toSaid(answer.messages)).toEqual(['consumer: look here', 'bot: One moment.', 'bot: Found ANSWER']);
      expect(toSaid(await talk.messages(1))).toEqual(toSaid(answer.messages));
      const { journal, trace } = await talk.turn(2);
      expect(journal).toMatchObject([{ kind: 'call-integration', result: { kind: 'call-finished', result: { outcome: 'success', status: 200, fields: { title: ['ANSWER'] } } } }]);
      expect(trace).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'call-finished', integrationId: bot.lookId, outcome: 'success', runId: expect.any(String) })]));
      expect(called.calls.slice(count)).toEqual([{ method: 'GET', said: 'look here' }]);
    });

    it('a call of a conversation is among the integration’s runs', async () => {
      const talk = await begin(send, bot.botId);
      await talk.say('pay 5');
      const [call] = (await talk.turn(2)).journal;
      const runId = call?.result?.kind === 'call-finished' ? call.result.result.runId : null;
      expect(await send('GET', `/bots/${bot.botId}/integrations/${bot.payId}/runs/${runId}`)).toMatchObject({ mode: 'live', outcome: { kind: 'success' }, request: { method: 'POST', body: '{"m":"pay 5"}' } });
    });

    it('a page writes back: variables and message in one turn, once', async () => {
      const talk = await begin(send, bot.botId);
      await talk.say('form');
      expect(await talk.detail()).toMatchObject({ waiting: { kind: 'answer', interactionId: 'form-page' } });
      const posted = { messageId: randomUUID(), variables: { city: 'Ulm' }, message: null };
      const answer = await talk.post('web-view-posts', posted);
      expect(toSaid(answer.messages)).toEqual(['bot: Thank you.']);
      expect(await talk.detail()).toMatchObject({ variables: { webView: { city: 'Ulm' } } });
      expect(await talk.post('web-view-posts', posted)).toEqual(answer);
      expect(await talk.turns()).toHaveLength(3);
    });

    it('a page that is not filled in in time takes the time-out branch, by itself and once', async () => {
      const talk = await begin(send, bot.botId);
      await talk.say('form');
      const last = await until(async () => (await talk.messages(3)).at(0) ?? null);
      expect(last?.plainText).toBe('Too late.');
      expect((await talk.turns()).map(({ event }) => event.kind)).toEqual(['started', 'message-received', 'timer-fired']);
      expect(await api.deps.db.timer.count({ where: { conversationId: talk.id } })).toBe(0);
    });

    it('a transfer to a person is told to the bot: nobody there, accepted, given back', async () => {
      const failing = await begin(send, bot.botId);
      await failing.say('agent');
      expect(toSaid((await failing.post('hand-over', { result: 'failed' })).messages)).toEqual(['bot: Nobody is there.']);
      const talk = await begin(send, bot.botId);
      await talk.say('agent');
      expect((await talk.post('hand-over', { result: 'accepted' })).turn.status).toBe('done');
      expect(await talk.detail()).toMatchObject({ status: 'handed-over' });
      expect((await talk.post('hand-over', { result: 'returned' })).turn.status).toBe('done');
      expect(await talk.detail()).toMatchObject({ status: 'open' });
      expect(await ada.call('POST', `/conversations/${talk.id}/hand-over`, { result: 'failed' })).toMatchObject({ status: 409, body: { code: 'conversation/not-handed-over' } });
    });

    it('a permanent variable outlives the conversation, for the same consumer only', async () => {
      const consumer = { id: randomUUID() };
      await (await begin(send, bot.botId, { consumer })).say('remember');
      const again = await begin(send, bot.botId, { consumer });
      expect(toSaid((await again.say('recall')).messages)).toEqual(['consumer: recall', 'bot: Known since then.']);
      expect((await (await begin(send, bot.botId)).detail()).variables.permanent).toEqual({});
    });

    it('what a preview remembers for ever is for previews: no consumer’s permanent variable changes by it', async () => {
      const consumer = { id: 'c-preview' };
      await (await begin(send, bot.botId, { kind: 'preview', consumer })).say('remember');
      expect((await (await begin(send, bot.botId, { consumer })).detail()).variables.permanent).toEqual({});
      expect((await (await begin(send, bot.botId, { kind: 'preview', consumer })).detail()).variables.permanent).toEqual({ known: 'since then' });
    });

    it('a permanent variable is the same in all conversations of a consumer that go on at the same time', async () => {
      const consumer = { id: randomUUID() };
      const older = await begin(send, bot.botId, { consumer });
      await (await begin(send, bot.botId, { consumer })).say('remember');
      expect(toSaid((await older.say('recall')).messages)).toEqual(['consumer: recall', 'bot: Known since then.']);
    });

    it('a closed conversation says so, whoever closed it', async () => {
      const talk = await begin(send, bot.botId);
      const bye = await talk.say('bye', 'bye-1');
      expect(toSaid(bye.messages)).toEqual(expect.arrayContaining(['consumer: bye', 'bot: Goodbye.']));
      expect(await talk.say('bye', 'bye-1')).toEqual(bye);
      expect(await talk.detail()).toMatchObject({ status: 'closed', closedAt: expect.any(String) });
      expect(await ada.call('POST', `/conversations/${talk.id}/messages`, { messageId: 'm', text: 'still there?' })).toMatchObject({ status: 409, body: { code: 'conversation/closed' } });
      const other = await begin(send, bot.botId);
      await other.post('close', { reason: 'done' });
      expect(await ada.call('POST', `/conversations/${other.id}/close`, {})).toMatchObject({ status: 409, body: { code: 'conversation/closed' } });
    });

    it('what can’t be is refused with the reason, and changes nothing', async () => {
      const talk = await begin(send, bot.botId);
      const before = await talk.detail();
      expect(await ada.call('POST', `/conversations/${talk.id}/messages`, { messageId: 'm', text: 'x'.repeat(20_001) })).toMatchObject({ status: 400, body: { issues: [{ path: ['text'], message: 'Use at most 20,000 characters.' }] } });
      expect(await ada.call('POST', `/conversations/${randomUUID()}/messages`, { messageId: 'm', text: 'hi' })).toMatchObject({ status: 404, body: { code: 'conversation/not-found' } });
      expect(await ada.call('GET', `/conversations/${talk.id}/turns/9`)).toMatchObject({ status: 404, body: { code: 'conversation/turn-not-found' } });
      expect(await ada.call('PUT', `/conversations/${talk.id}/variables`, { variables: [] })).toMatchObject({ status: 409, body: { code: 'conversation/previews-only' } });
      expect(await ada.call('POST', `/bots/${bot.botId}/conversations`, { kind: 'live', options: {} })).toMatchObject({ status: 409, body: { code: 'conversation/previews-only' } });
      expect(await ada.call('POST', `/bots/${randomUUID()}/conversations`, { kind: 'live' })).toMatchObject({ status: 404, body: { code: 'bot/not-found' } });
      const { id } = (await send('POST', '/bots', { name: 'Unpublished' })) as { id: string };
      expect(await ada.call('POST', `/bots/${id}/conversations`, { kind: 'live' })).toMatchObject({ status: 409, body: { code: 'conversation/no-release' } });
      expect(await talk.detail()).toEqual(before);
    });

    it('a conversation stays on its release, unless the bot says that it moves along', async () => {
      const own = await makeTestBot(send, called.origin);
      const staying = await begin(send, own.botId);
      const sayOtherwise = (text: string, releasePolicy: 'stay' | 'move') =>
        changeContent(send, own.botId, (content) => {
          const hello = content.interactions['hello-text'];
          if (hello?.kind !== 'text') throw new Error('The greeting is missing.');
          return { ...content, settings: { ...content.settings, releasePolicy }, interactions: { ...content.interactions, 'hello-text': { ...hello, text } } };
        });
      await sayOtherwise('Hello again.', 'stay');
      await publish(send, own.botId);
      expect(toSaid((await staying.say('hi')).messages)).toEqual(['consumer: hi', 'bot: Hello.']);
      expect(toSaid((await begin(send, own.botId)).first)).toEqual(['bot: Hello again.']);
      await sayOtherwise('Hello at last.', 'move');
      await publish(send, own.botId);
      expect(toSaid((await staying.say('hi')).messages)).toEqual(['consumer: hi', 'bot: Hello at last.']);
      expect(await staying.detail()).toMatchObject({ releaseNumber: 3 });

      // Back to a release that itself says “stay”: what moved along moves back.
      const { releases } = (await send('GET', `/bots/${own.botId}/releases`)) as { releases: { id: string; number: number }[] };
      await send('PUT', `/bots/${own.botId}/live-release`, { releaseId: releases.find(({ number }) => number === 2)?.id });
      expect(toSaid((await staying.say('hi')).messages)).toEqual(['consumer: hi', 'bot: Hello again.']);
      expect(await staying.detail()).toMatchObject({ releaseNumber: 2 });
      await sayOtherwise('Hello for new ones.', 'stay');
      await publish(send, own.botId);
      expect(toSaid((await staying.say('hi')).messages)).toEqual(['consumer: hi', 'bot: Hello again.']);
    });

    it('secrets of the environment are masked in everything that is shown', async () => {
      const { id } = (await send('POST', '/environments', { name: 'With secret', variables: [{ key: 'apiKey', value: 'very-secret-value', isSecret: true }] })) as { id: string };
      const own = await makeTestBot(send, called.origin);
      await send('PUT', `/bots/${own.botId}`, { name: 'Secret', environmentId: id, version: 1 });
      const talk = await begin(send, own.botId, { kind: 'preview' });
      await changeContent(send, own.botId, (content) => {
        const counting = content.interactions['count-text'];
        if (counting?.kind !== 'text') throw new Error('The counter is missing.');
        const preProcess = "botContext.setBotVariable('copied', 'key ' + botContext.getEnvVariable('apiKey'), true, false);";
        return { ...content, interactions: { ...content.interactions, 'count-text': { ...counting, preProcess } } };
      });
      await talk.say('count');
      const shown = JSON.stringify([await talk.detail(), await talk.turn(2)]);
      expect(shown).toContain('key •••');
      expect(shown).not.toContain('very-secret-value');
      const { state } = await api.deps.db.conversation.findUniqueOrThrow({ where: { id: talk.id } });
      expect(state).toContain('very-secret-value');
    });
  });
}
