import { expect, type Locator, type Page } from '@playwright/test';

import { pasteInto } from './paste-into';

type DesignerTab = 'Parameters' | 'Headers' | 'Post body' | 'Transform result script' | 'Custom data fields' | 'Settings';

/** The form of the integration designer. */
export class DesignerPage {
  readonly url: Locator;
  readonly name: Locator;
  readonly responseVariable: Locator;
  readonly credential: Locator;
  readonly unsaved: Locator;
  readonly scriptEditor: Locator;

  constructor(readonly page: Page) {
    this.url = page.getByRole('combobox', { name: /^URL/ });
    this.name = page.getByRole('textbox', { name: /^Integration Name/ });
    this.responseVariable = page.getByRole('textbox', { name: /^Response Data Variable Name/ });
    this.credential = page.getByRole('combobox', { name: 'Credential', exact: true });
    this.unsaved = page.getByRole('status').filter({ hasText: 'unsaved' });
    this.scriptEditor = page.getByRole('textbox', { name: /^Transform Result Script/ });
  }

  /** Opens an integration and waits for its form. */
  async open(botId: string, integrationId: string): Promise<void> {
    await this.page.goto(`/bots/${botId}/integrations/${integrationId}`);
    await expect(this.url).toBeVisible();
  }

  async openNew(botId: string): Promise<void> {
    await this.page.goto(`/bots/${botId}/integrations/new`);
    await expect(this.url).toBeVisible();
  }

  tab(name: DesignerTab): Locator {
    return this.page.getByRole('tablist', { name: 'Parts of the integration' }).getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  async show(name: DesignerTab): Promise<void> {
    await this.tab(name).click();
  }

  /** A table of the form: "Request Parameters", "Request Headers", "Custom Data Fields". */
  table(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** A cell of a key/value table, rows counted from 1. */
  cell(part: 'Name' | 'Value', row: string): Locator {
    return this.page.getByLabel(`${part} of ${row}`, { exact: true });
  }

  fieldKey(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Key of ${name}`, exact: true });
  }

  fieldPath(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Path of ${name}`, exact: true });
  }

  async run(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter');
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S');
  }

  /** Saves and waits until there is nothing unsaved. */
  async saveAndSettle(): Promise<void> {
    await this.save();
    await expect(this.unsaved).toBeHidden();
  }

  async chooseAction(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  /** Replaces the script; its tab must be open. */
  async writeScript(script: string): Promise<void> {
    await pasteInto(this.scriptEditor, script);
  }

  /** What is on the clipboard. */
  readClipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
