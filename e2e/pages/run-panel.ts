import { expect, type Locator, type Page } from '@playwright/test';

type RunTab = 'Response' | 'Transformed' | 'Fields' | 'Console' | 'Timeline' | 'Request' | 'Runs';

/** What running an integration gives, beside its form. */
export class RunPanel {
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('region', { name: 'Run', exact: true });
  }

  /** Waits for the outcome as it is announced, for example `Success: 200 OK`. */
  async expectOutcome(words: string | RegExp): Promise<void> {
    await expect(this.panel.getByRole('status').first()).toHaveText(words instanceof RegExp ? words : new RegExp(words), { timeout: 20_000 });
  }

  tab(name: RunTab): Locator {
    return this.panel.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  async show(name: RunTab): Promise<void> {
    await this.tab(name).click();
  }

  view(name: string): Locator {
    return this.panel.getByRole('radio', { name });
  }

  tree(name = 'Response'): Locator {
    return this.panel.getByRole('tree', { name, exact: true });
  }

  /** The lines of the tree that have this name. */
  lines(name: string, tree = this.tree()): Locator {
    return tree.getByRole('treeitem').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** Clicks the value of the first line with this name and says what to make of it. */
  async mapFirst(name: string, action: 'Map this one' | 'Map every one'): Promise<void> {
    await this.lines(name).first().getByTitle('Click to map this value').click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** A test value in the list of variables. */
  testValue(reference: string): Locator {
    return this.panel.getByRole('textbox', { name: new RegExp(`^\\{${reference.replace(/[.$]/g, '\\$&')}\\}`) });
  }

  /** A custom data field with its values. */
  field(key: string): Locator {
    return this.panel.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: key, exact: true }) });
  }

  /** The kept runs, newest first. */
  runs(): Locator {
    return this.panel.getByRole('table', { name: 'Runs' }).getByRole('row').filter({ has: this.page.getByRole('checkbox') });
  }
}
