import { expect, type Locator, type Page } from '@playwright/test';

/** The page “Intents & entities” of a bot. */
export class UnderstandingPage {
  readonly list: Locator;
  readonly utterance: Locator;
  readonly tryIt: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('navigation', { name: 'Intents and entities' });
    this.tryIt = page.getByRole('region', { name: 'Try it' });
    this.utterance = this.tryIt.getByRole('textbox', { name: 'Utterance' });
  }

  async open(botId: string): Promise<void> {
    await this.page.goto(`/bots/${botId}/understanding`);
    await expect(this.utterance).toBeVisible();
  }

  /** Makes an intent under a name and leaves it open. */
  async addIntent(name: string): Promise<void> {
    await this.list.getByRole('button', { name: 'New intent' }).click();
    await this.rename(name);
  }

  /** Gives the open intent or entity another name. */
  async rename(name: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: /^Name/ });
    await field.fill(name);
    await field.press('Enter');
  }

  phrase(number: number): Locator {
    return this.page.getByLabel(`Training phrase ${number}`, { exact: true });
  }

  value(number: number): Locator {
    return this.page.getByLabel(`Value ${number}`, { exact: true });
  }

  /** The line of an intent among the scores. */
  score(intent: string): Locator {
    return this.tryIt.getByRole('list', { name: 'Scores' }).getByRole('listitem').filter({ hasText: intent });
  }
}
