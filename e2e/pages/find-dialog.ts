import { expect, type Locator, type Page } from '@playwright/test';

/** Find and replace over a whole bot. */
export class FindDialog {
  readonly dialog: Locator;
  readonly hits: Locator;
  readonly changes: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Find in the bot' });
    this.hits = this.dialog.getByRole('list', { name: 'Places found' });
    this.changes = this.dialog.getByRole('list', { name: 'What changes' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+F');
    await expect(this.dialog).toBeVisible();
  }

  async find(text: string, replacement: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Find', exact: true }).fill(text);
    await this.dialog.getByRole('textbox', { name: 'Replace with' }).fill(replacement);
  }

  /** Shows what replacing all would change. */
  async previewAll(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Replace all…' }).click();
    await expect(this.changes).toBeVisible();
  }

  /** Begins to rename one of the bot's names. */
  async rename(thing: string, newName: string): Promise<void> {
    await this.dialog.getByRole('tab', { name: 'Names' }).click();
    await this.dialog.getByRole('button', { name: `Rename ${thing}`, exact: true }).click();
    await this.dialog.getByRole('textbox', { name: /^New name of/ }).fill(newName);
    await expect(this.changes).toBeVisible();
  }

  async confirm(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
    await expect(this.changes).toBeHidden();
  }
}
