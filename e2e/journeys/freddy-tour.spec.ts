import { z } from 'zod';

import { expect, test } from '../fixtures/test';
import { PreviewPage } from '../pages/preview-page';

/** The tour of Freddy in docs/tutorial.md, row by row. Change both together. */
test('the tour of Freddy happens as the tutorial tells it', async ({ page }) => {
  const { bots } = z.object({ bots: z.array(z.object({ id: z.string(), name: z.string() })) }).parse(await (await page.request.get('/api/bots')).json());
  const preview = new PreviewPage(page);
  await preview.open(bots.find(({ name }) => name === 'AG Bank')?.id ?? '');
  const newest = (text: string | RegExp) => preview.conversation.getByText(text).last();
  const sayAndHear = async (text: string, answer: string | RegExp) => {
    await preview.say(text);
    await expect(newest(answer)).toBeVisible();
  };
  const tap = (label: string) => preview.conversation.getByRole('button', { name: label, exact: true }).last().click();
  const restart = async () => {
    await preview.pane.getByRole('button', { name: 'Restart' }).first().click();
    await expect(preview.conversation.getByRole('button', { name: 'My accounts', exact: true })).toHaveCount(1);
  };

  await test.step('accounts and bookings', async () => {
    await sayAndHear('hi', /Good (morning|afternoon|evening)!/);
    await tap('My accounts');
    await expect(newest(/4 in all/)).toBeVisible();
    await preview.conversation.getByRole('button', { name: 'Show statement', exact: true }).first().click();
    await expect(newest(/^For which time/)).toBeVisible();
    await tap('March 2025');
    await expect(newest(/You spent 1566\.44 €/)).toBeVisible();
    await restart();
    await sayAndHear('statement of my travel card', /^For which time/);
    await tap('February 2025');
    await expect(newest(/^Nothing was booked/)).toBeVisible();
  });

  await test.step('the card page', async () => {
    await restart();
    await tap('View account statement');
    await tap('Enter card details');
    const panel = preview.pane.getByRole('dialog', { name: 'Enter card details' });
    const cardPage = panel.frameLocator('iframe');
    await cardPage.getByRole('textbox', { name: 'Card number' }).fill('4111 1111 1111 1111');
    await cardPage.getByRole('textbox', { name: 'Security code' }).fill('123');
    await cardPage.getByRole('button', { name: 'Show my statement' }).click();
    await expect(panel).toBeHidden();
    await expect(newest(/^This was paid with your card ending in/)).toBeVisible();
  });

  await test.step('a card check, and small talk in the middle of it', async () => {
    await restart();
    await sayAndHear('check card 4111 1111 1111 1111', /^And how much/);
    await sayAndHear('25,50', /covers 25\.50 €/);
    await sayAndHear('check card 4111 1111 1111 1112', /^And how much/);
    await sayAndHear('25,50', /^The bank can’t accept that/);
    await sayAndHear('thanks', /^You’re very welcome/);
    await sayAndHear('4111 1111 1111 1111', /^And how much/);
    await sayAndHear('5000', /is more than it covers/);
  });

  await test.step('understanding, and people', async () => {
    await restart();
    await sayAndHear('my card', /^I can help with more than one thing/);
    await tap('Check a card');
    await expect(newest(/^Which card shall I check/)).toBeVisible();
    for (const nonsense of ['blub', 'blab', 'blib']) await sayAndHear(nonsense, nonsense);
    await sayAndHear('blob', /^I don’t seem to be of much help/);
    await restart();
    await tap('Talk to a person');
    await expect(preview.pane.getByRole('button', { name: 'Accept' })).toBeVisible();
  });

  await test.step('the bank fails', async () => {
    for (const [fault, answer] of [
      [/slow/i, /^Our systems are taking longer/],
      [/429/, /^A lot of people are asking/],
      [/500/, /^Our systems can’t answer/],
      [/empty/i, /^(I can’t find an active account|Our systems can’t answer)/],
      [/malformed/i, /^Our systems can’t answer/],
    ] as const) {
      await restart();
      await preview.pane.getByRole('button', { name: 'How integrations answer' }).click();
      const choice = page.getByLabel('All integrations');
      const labels = await choice.getByRole('option').allTextContents();
      await choice.selectOption({ label: labels.find((label) => fault.test(label)) ?? 'none' });
      await page.getByRole('button', { name: 'Done' }).click();
      await tap('My accounts');
      await expect(newest(answer)).toBeVisible();
    }
    await preview.setCalls('Live: call the API');
    await tap('Try again');
    await expect(newest(/4 in all/)).toBeVisible();
  });
});
