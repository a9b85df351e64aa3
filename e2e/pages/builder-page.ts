import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog builder: dialogs, cards, settings. */
export class BuilderPage {
  readonly dialogs: Locator;
  readonly settings: Locator;
  readonly saved: Locator;

  constructor(readonly page: Page) {
    this.dialogs = page.getByRole('navigation', { name: 'Dialogs' });
    this.settings = page.getByRole('region', { name: 'Settings' });
    this.saved = page.getByRole('status').filter({ hasText: /^Saved$/ });
  }

  /** Opens a bot's first dialog, or the one named by its id. */
  async open(botId: string, dialogId?: string): Promise<void> {
    // The preview would stand beside it; other journeys look at that.
    await this.page.addInitScript(() => localStorage.setItem('parley.preview-open', 'closed'));
    await this.page.goto(`/bots/${botId}/dialogs${dialogId === undefined ? '' : `/${dialogId}`}`);
    await expect(this.starter()).toBeVisible();
  }

  /** The cards of the open dialog, without its starter. */
  get cards(): Locator {
    return this.page.getByRole('region', { name: /^Interactions of/ }).getByRole('listitem').getByRole('button', { name: /, \d+ of \d+/ });
  }

  card(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}, .+, \\d+ of \\d+`) });
  }

  /** A branch under a card that leads somewhere. */
  branchTo(name: string): Locator {
    return this.page.getByRole('region', { name: /^Interactions of/ }).getByRole('button', { name, exact: true });
  }

  starter(): Locator {
    return this.page.getByRole('button', { name: /^Dialog starter of/ });
  }

  /** The names of the cards, in order. */
  async expectCards(names: readonly string[]): Promise<void> {
    await expect(this.cards).toHaveCount(names.length);
    for (const [index, name] of names.entries()) await expect(this.cards.nth(index)).toHaveAccessibleName(new RegExp(`^${name}, `));
  }

  /** Adds an interaction at the end of the dialog. */
  async add(kind: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add interaction' }).click();
    await this.page.getByRole('combobox', { name: 'Add an interaction' }).fill(kind);
    await this.page.keyboard.press('Enter');
  }

  async newDialog(name: string): Promise<void> {
    await this.dialogs.getByRole('button', { name: 'New dialog' }).click();
    await this.page.getByRole('menuitem', { name: /^Dialog/ }).click();
    await this.rename('New dialog', name);
  }

  /** Changes the name of what the settings show. */
  async rename(from: string, to: string): Promise<void> {
    const field = this.settings.getByRole('textbox', { name: /Name$/ }).first();
    await expect(field).toHaveValue(from);
    await field.fill(to);
    await field.press('Enter');
  }

  async show(tab: 'Basics' | 'Rules' | 'Code' | 'Next action'): Promise<void> {
    await this.settings.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  }

  async addRule(template: string | RegExp): Promise<void> {
    await this.show('Rules');
    await this.settings.getByRole('button', { name: 'Add rule' }).click();
    await this.page.getByRole('menuitem', { name: template }).click();
  }

  /** Chooses where an open rule or the interaction leads. */
  async leadTo(picker: Locator, words: string, option: RegExp): Promise<void> {
    await picker.click();
    await this.page.getByRole('combobox', { name: 'Next action' }).fill(words);
    await this.page.getByRole('option', { name: option }).click();
  }

  goTo(): Locator {
    return this.settings.getByRole('button', { name: 'And go to' });
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+Z');
  }
}
