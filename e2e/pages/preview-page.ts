import { expect, type Locator, type Page } from '@playwright/test';

/** The preview beside a bot's pages: chat with the draft, trace, state. */
export class PreviewPage {
  readonly pane: Locator;
  readonly conversation: Locator;
  readonly message: Locator;

  constructor(readonly page: Page) {
    this.pane = page.getByRole('region', { name: 'Preview', exact: true });
    this.conversation = this.pane.getByRole('region', { name: 'Conversation' });
    this.message = this.pane.getByRole('textbox', { name: 'Message' });
  }

  /** Opens the bot with its preview. */
  async open(botId: string): Promise<void> {
    await this.page.goto(`/bots/${botId}/dialogs`);
    await expect(this.message).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.message.fill(text);
    await this.message.press('Enter');
  }

  async choose(label: string): Promise<void> {
    await this.conversation.getByRole('button', { name: label, exact: true }).click();
  }

  /** Waits until the bot has said it. */
  async expectSaid(text: string): Promise<void> {
    await expect(this.conversation.getByText(text)).toBeVisible();
  }

  /** Opens “Why?” under a message of the bot, and gives its lines. */
  async askWhy(text: string): Promise<Locator> {
    await this.conversation.getByRole('button', { name: `Why? The bot said “${text}` }).click();
    return this.conversation.getByRole('list', { name: 'Why' }).last().getByRole('listitem');
  }

  async show(view: 'Chat' | 'Trace' | 'State'): Promise<void> {
    await this.pane.getByRole('tab', { name: view }).click();
  }

  /** The lines of the trace that is shown. */
  get trace(): Locator {
    return this.pane.getByRole('list', { name: 'Trace' }).getByRole('listitem');
  }

  async filterTrace(filter: 'All' | 'Problems' | 'Variables' | 'Calls'): Promise<void> {
    await this.pane.getByRole('radio', { name: filter, exact: true }).check();
  }

  async setCalls(label: string): Promise<void> {
    await this.pane.getByRole('button', { name: 'How integrations answer' }).click();
    await this.page.getByLabel('All integrations').selectOption({ label });
    await this.page.getByRole('button', { name: 'Done' }).click();
  }

  async chooseTurnAction(turnNumber: number, action: RegExp): Promise<void> {
    await this.conversation.getByRole('button', { name: `Turn ${turnNumber}: actions` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async chooseMore(action: RegExp): Promise<void> {
    await this.pane.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}
