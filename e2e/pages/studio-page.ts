import type { Locator, Page } from '@playwright/test';

/** What every page of the studio has: navigation, heading, toasts, palette, dialogs. */
export class StudioPage {
  constructor(readonly page: Page) {}

  /** The page's name. */
  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name });
  }

  /** A dialog that asks before something that can't be undone. */
  question(name?: string | RegExp): Locator {
    return this.page.getByRole('alertdialog', name === undefined ? {} : { name });
  }

  toast(text: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text });
  }

  saveButton(): Locator {
    return this.page.getByRole('button', { name: /^Save/ });
  }

  /** Goes to a place of the main navigation. */
  async goTo(place: 'Bots' | 'Credentials' | 'Environments' | 'Channels' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place, exact: true }).click();
  }

  /** Opens a row of the list on screen by its name. */
  async openRow(name: string): Promise<void> {
    await this.page.getByRole('row').getByRole('link', { name, exact: true }).click();
  }

  /** Chooses an action in the menu at the end of a row. */
  async chooseRowAction(rowName: string, action: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${rowName}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async openPalette(): Promise<Locator> {
    await this.page.keyboard.press('ControlOrMeta+K');
    return this.dialog('Search and commands');
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account menu/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }
}
