import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messageSchema, type Message } from '@/lib/engine/messages/message.schema';
import { findProblems } from '@/lib/modules/draft/find-problems.rules';
import { draftSchema, draftSurroundingsSchema } from '@/lib/modules/draft/draft.contract';
import type { ConversationOptions } from '@/lib/modules/conversation/conversation.schema';
import { seedSample } from '@/prisma/seed';
import { startTestApi, type TestApi, type TestPerson } from '@/scripts/test/start-test-api';
import { startSampleBank, type RunningBank } from './start-sample-bank';

let api: TestApi;
let bank: RunningBank;
let ada: TestPerson;
let botId: string;
beforeAll(async () => {
  api = await startTestApi({ OUTBOUND_ALLOW: '127.0.0.1' });
  bank = await startSampleBank({ basePath: '/samples/ag-bank' });
  await seedSample(api.deps, new URL(bank.url).origin);
  const seeded = await api.deps.db.workspace.findFirstOrThrow();
  ada = await api.join('ada');
  // The first start's owner joins the workspace that was seeded.
  await api.deps.db.membership.updateMany({ where: { workspaceId: ada.workspaceId }, data: { workspaceId: seeded.id } });
  api.deps.configCache.forgetAll();
  botId = z.object({ bots: z.array(z.object({ id: z.string() })) }).parse((await ada.call('GET', '/bots')).body).bots[0]?.id ?? '';
});
afterAll(async () => {
  await api.stop();
  await bank.close();
});

const answerSchema = z.object({ messages: z.array(messageSchema) });
let conversationId: string;
let latest: Message[];

async function begin(body: { kind: 'live' | 'preview'; options?: ConversationOptions } = { kind: 'live' }) {
  const answer = await ada.call('POST', `/bots/${botId}/conversations`, body);
  expect(answer.status).toBe(201);
  conversationId = z.object({ conversation: z.object({ id: z.string() }) }).parse(answer.body).conversation.id;
  latest = answerSchema.parse(answer.body).messages;
}

/** Says something, by tapping when it is the label of something that can be tapped. Gives what Freddy answers. */
async function say(text: string): Promise<string[]> {
  const payload = listChoices().find(({ label }) => label === text)?.payload ?? null;
  const answer = await ada.call('POST', `/conversations/${conversationId}/messages`, { messageId: randomUUID(), text, payload });
  expect([answer.status, text]).toEqual([200, text]);
  latest = answerSchema.parse(answer.body).messages;
  return said();
}

function said(): string[] {
  return latest.filter(({ actor }) => actor.kind === 'bot').map(({ plainText }) => plainText);
}

function listChoices(): { label: string; payload: string }[] {
  return latest.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind === 'quick-replies') return part.choices;
      const buttons = part.kind === 'buttons' ? part.buttons : part.kind === 'carousel' ? part.cards.flatMap((card) => card.buttons) : [];
      return buttons.flatMap((button) => (button.kind === 'postback' ? [button] : []));
    }),
  );
}

const status = async () => z.object({ status: z.string() }).parse((await ada.call('GET', `/conversations/${conversationId}`)).body).status;

describe('Freddy', () => {
  it('has no problems, not even small ones, and is live as release 1', async () => {
    const { content } = draftSchema.parse((await ada.call('GET', `/bots/${botId}/draft`)).body);
    const surroundings = draftSurroundingsSchema.parse((await ada.call('GET', `/bots/${botId}/draft/surroundings`)).body);
    expect(findProblems(content, surroundings)).toEqual([]);
    expect((await ada.call('GET', `/bots/${botId}/releases`)).body).toMatchObject({ releases: [{ number: 1, isLive: true }] });
  });

  describe('talking', () => {
    beforeEach(() => begin());

    it('greets by the time of day and offers what he can do', () => {
      expect(said()).toEqual([expect.stringMatching(/^Good (morning|afternoon|evening)! I’m Freddy/), expect.stringMatching(/^What can I do for you\?/)]);
      expect(listChoices().map(({ label }) => label)).toEqual(['View account statement', 'My accounts', 'Check a card', 'Find a branch', 'Talk to a person']);
    });

    it('shows the accounts as a carousel and the statement of the one that was tapped', async () => {
      const [accounts] = await say('My accounts');
      expect(accounts).toContain('4 in all');
      const cards = latest.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'carousel' ? part.cards : [])));
      expect(cards.map(({ title, subtitle }) => [title, subtitle])).toEqual([
        ['Everyday account', 'Balance: 2480.75 €'],
        ['Rainy day savings', 'Balance: 15300.00 €'],
        ['Travel card', 'Balance: -129.90 €'],
        ['Household account', 'Balance: 612.40 €'],
      ]);
      expect(listChoices().map(({ payload }) => payload)).toEqual(['acc-1001', 'acc-1002', 'acc-1003', 'acc-1004']);
      expect(await say('Show statement')).toEqual([expect.stringMatching(/^For which time\?/)]);
      const [bookings, summary, more] = await say('10 to 20 March');
      expect(bookings).toMatch(/from 2025-03-10 to 2025-03-20:\s+• 2025-03-18: Restaurant “Chez Zoé”: -42\.15 €\s+• 2025-03-14: Electricity: -79.00 €/);
      expect(summary).toBe('You spent 145.05 €. The balance is now 2480.75 €.');
      expect(more).toMatch(/^Is there anything else/);
      expect((await say('Yes, show the menu'))[0]).toMatch(/^What can I do for you\?/);
    });

    it('does not ask for an account that was named at once, and asks again for another time when nothing was booked', async () => {
      expect(await say('statement of my travel card')).toEqual([expect.stringMatching(/^For which time\?/)]);
      expect(await say('February 2025')).toEqual(['Nothing was booked from 2025-02-01 to 2025-02-28. Choose another time and I’ll look again.', expect.stringMatching(/^For which time\?/)]);
      expect((await say('March 2025'))[0]).toContain('Salary March: 3125.00 €');
    });

    it('checks a card, with the number in any form and the amount with a comma', async () => {
      expect((await say('can you check my card?'))[0]).toMatch(/^Which card shall I check\?/);
      expect((await say('the blue one'))[0]).toBe('That doesn’t look like a card number. It has 12 to 19 digits.');
      expect((await say('4111 1111-1111 1111'))[0]).toMatch(/^And how much/);
      expect((await say('a lot'))[0]).toMatch(/^Please type an amount/);
      expect((await say('25,50 €'))[0]).toBe('Your card ending in 1111 is fine and covers 25.50 €.');
    });

    it('says when a card is unknown and when the amount is too much', async () => {
      expect((await say('check card 4111 1111 1111 1112'))[0]).toMatch(/^And how much/);
      expect(await say('10')).toEqual([expect.stringMatching(/^The bank can’t accept that/), expect.stringMatching(/^Which card shall I check\?/)]);
      await say('4111111111111111');
      expect(await say('5000')).toEqual(['Your card ending in 1111 is fine, but 5000.00 € is more than it covers. Let’s try a smaller amount.', expect.stringMatching(/^And how much/)]);
      expect((await say('999'))[0]).toMatch(/is fine and covers 999\.00 €/);
    });

    it('lists the branches', async () => {
      expect((await say('Find a branch'))[0]).toMatch(/• AG Bank Hauptplatz\s+• AG Bank Seestraße\s+• AG Bank Rue Neuve\s+• AG Bank Harbour/);
    });

    it('answers small talk and comes back to the open question', async () => {
      await say('Check a card');
      expect(await say('Thanks!')).toEqual(['You’re very welcome!', expect.stringMatching(/^Which card shall I check\?/)]);
      expect(await say('Are you a robot?')).toEqual([expect.stringContaining('bot of AG Bank'), expect.stringMatching(/^Which card/)]);
    });

    it('understands wishes in other words, and asks when two are as likely', async () => {
      expect((await say('what are the opening hours?'))[0]).toMatch(/branches/);
      expect((await say('my card'))[0]).toMatch(/^I can help with more than one thing there/);
      expect(listChoices().map(({ label }) => label)).toEqual(expect.arrayContaining(['Check a card', 'Report a lost card', 'Something else']));
      expect((await say('Report a lost card'))[0]).toMatch(/^I’m sorry to hear that/);
    });

    it('hands over to a person, and has something to say when nobody is free', async () => {
      expect(await say('Talk to a person')).toEqual(['One moment, I’m looking for a colleague who can help you.']);
      expect(await status()).toBe('handed-over');
      const failed = answerSchema.parse((await ada.call('POST', `/conversations/${conversationId}/hand-over`, { result: 'failed' })).body).messages;
      expect(failed.map(({ plainText }) => plainText)).toEqual([expect.stringMatching(/^I’m sorry, all my colleagues are busy/)]);
      expect(await status()).toBe('open');
    });

    it('offers a person when a question was not answered again and again', async () => {
      await say('Check a card');
      for (const nonsense of ['blub', 'blab', 'blib']) expect((await say(nonsense))[0]).toMatch(/^That doesn’t look like/);
      expect((await say('blob'))[0]).toMatch(/^I don’t seem to be of much help/);
      expect((await say('yes please'))[0]).toMatch(/^One moment/);
    });

    it('says what he can do when he understood nothing, and goodbye', async () => {
      await say('No, thank you');
      expect((await say('bye'))[0]).toMatch(/^Thank you for talking to me\. Have a good (morning|afternoon|evening)!/);
      expect(await status()).toBe('closed');
    });
  });

  it.each([
    ['slow', /^Our systems are taking longer than they should/],
    ['too-many-requests', /^A lot of people are asking/],
    ['server-error', /^Our systems can’t answer that right now/],
    ['malformed', /^Our systems can’t answer that right now/],
    ['connection-refused', /^Our systems can’t answer that right now/],
    ['empty', /^(I can’t find an active account|Our systems can’t answer)/],
  ] as const)('has an answer of his own when the bank fails: %s', async (fault, answer) => {
    await begin({ kind: 'preview', options: { calls: { default: { kind: 'chaos', fault }, byIntegrationId: {} } } });
    expect((await say('My accounts'))[0]).toMatch(answer);
  });

  it('tries again what failed, once the bank answers', async () => {
    await begin({ kind: 'preview', options: { calls: { default: { kind: 'chaos', fault: 'server-error' }, byIntegrationId: {} } } });
    await say('check card 4111 1111 1111 1111');
    expect((await say('30'))[1]).toMatch(/^What would you like to do\?/);
    expect((await ada.call('PUT', `/conversations/${conversationId}/options`, { calls: { default: { kind: 'live' }, byIntegrationId: {} } })).status).toBe(200);
    expect((await say('Try again'))[0]).toMatch(/covers 30\.00 €/);
  });

  it('leaves in the trace how often a busy bank was asked', async () => {
    await begin({ kind: 'preview', options: { calls: { default: { kind: 'chaos', fault: 'too-many-requests' }, byIntegrationId: {} } } });
    await say('My accounts');
    const { status, body } = await ada.call('GET', `/conversations/${conversationId}/turns/2`);
    expect([status, JSON.stringify(body)]).toEqual([200, expect.stringMatching(/429 Failure: [^"]+ Tried \d times, waited \d s in between\./)]);
  });

  it('answers from the samples that come with him, without the bank', async () => {
    await begin({ kind: 'preview', options: { calls: { default: { kind: 'sample' }, byIntegrationId: {} } } });
    expect((await say('My accounts'))[0]).toContain('4 in all');
    await say('Show statement');
    expect((await say('March 2025'))[1]).toBe('You spent 1566.44 €. The balance is now 2480.75 €.');
    await begin({ kind: 'preview', options: { calls: { default: { kind: 'sample' }, byIntegrationId: {} } } });
    expect((await say('Find a branch'))[0]).toContain('AG Bank Harbour');
  });

  it('has a sample for every integration: what a run brings', async () => {
    const { integrations } = z.object({ integrations: z.array(z.object({ id: z.string(), name: z.string() })) }).parse((await ada.call('GET', `/bots/${botId}/integrations`)).body);
    for (const { id, name } of integrations) {
      const { testValues } = z.object({ testValues: z.record(z.string(), z.string()) }).parse((await ada.call('GET', `/bots/${botId}/integrations/${id}`)).body);
      const [sample, live] = await Promise.all(['sample', 'live'].map((mode) => ada.call('POST', `/bots/${botId}/integrations/${id}/runs`, { mode, testValues })));
      const outcome = z.object({ run: z.object({ outcome: z.record(z.string(), z.unknown()), response: z.object({ status: z.number(), bodyText: z.string(), format: z.string() }) }) });
      expect([name, outcome.parse(sample?.body)]).toEqual([name, outcome.parse(live?.body)]);
    }
  });
});
