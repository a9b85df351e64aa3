import { expect, type Locator, type Page } from '@playwright/test';

/** The Web View page of a bot. */
export class WebViewStudioPage {
  readonly rows: Locator;
  readonly post: Locator;
  readonly search: Locator;
  readonly outcome: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByRole('table', { name: 'Posts' }).locator('tbody tr[data-row-index]');
    this.post = page.getByRole('region', { name: 'Post', exact: true });
    this.search = page.getByRole('searchbox', { name: 'Search posts' });
    this.outcome = page.getByRole('combobox', { name: 'Outcome' });
  }

  async open(botId: string, tab?: 'inbox' | 'settings'): Promise<void> {
    await this.page.goto(`/bots/${botId}/web-view${tab ? `?tab=${tab}` : ''}`);
    // A bot with a thousand posts takes its time on a busy machine.
    await expect(this.page.getByRole('tablist', { name: 'Web View' })).toBeVisible({ timeout: 45_000 });
  }

  async show(part: 'Connect a page' | 'Inbox' | 'Settings'): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Web View' }).getByRole('tab', { name: part }).click();
  }

  /** Opens a post by its place in the list. */
  async choose(index: number): Promise<void> {
    await this.rows.nth(index).getByRole('link').click();
    await expect(this.post).toBeVisible();
  }
}
