import { expect, type Locator, type Page } from '@playwright/test';

/** A channel's messenger as a page of its own. */
export class MessengerWindow {
  readonly thread: Locator;
  readonly field: Locator;

  constructor(
    readonly page: Page,
    readonly channelId: string,
  ) {
    this.thread = page.getByRole('region', { name: 'Conversation' });
    this.field = page.getByRole('textbox', { name: 'Message' });
  }

  async open(): Promise<this> {
    await this.page.goto(`/messenger/${this.channelId}`);
    await expect(this.field).toBeVisible();
    return this;
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Waits until somebody has said it, whoever it was. */
  async expectSaid(text: string): Promise<void> {
    await expect(this.thread.getByText(text, { exact: true }).last()).toBeVisible();
  }

  async expectSaidOnce(text: string): Promise<void> {
    await expect(this.thread.getByText(text, { exact: true })).toHaveCount(1);
  }

  async choose(label: string): Promise<void> {
    await this.thread.getByRole('button', { name: label, exact: true }).last().click();
  }

  async menu(label: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: label }).click();
  }
}
