import { expect, type Locator, type Page } from '@playwright/test';

/** The releases of a bot. */
export class ReleasesPage {
  readonly differences: Locator;

  constructor(readonly page: Page) {
    this.differences = page.getByRole('list', { name: 'Differences' }).getByRole('listitem');
  }

  async open(botId: string): Promise<void> {
    await this.page.goto(`/bots/${botId}/releases`);
    await expect(this.page.getByRole('heading', { name: 'Publish the draft' })).toBeVisible();
  }

  row(number: number): Locator {
    return this.page.getByRole('list', { name: 'Releases' }).getByRole('listitem').filter({ hasText: `Release ${number}` });
  }

  async publish(number: number, note: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Note' }).fill(note);
    await this.page.getByRole('button', { name: `Publish release ${number}` }).click();
    await expect(this.row(number).getByText('Live', { exact: true })).toBeVisible();
  }

  async choose(number: number, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for release ${number}` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}
