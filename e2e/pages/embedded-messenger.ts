import type { FrameLocator, Locator, Page } from '@playwright/test';

/** The messenger on a site's page. */
export class EmbeddedMessenger {
  readonly frame: FrameLocator;
  readonly launcher: Locator;

  constructor(readonly page: Page) {
    this.frame = page.frameLocator('iframe[title="Messenger"]');
    this.launcher = page.locator('button.launcher');
  }

  /** Before the page is opened: lets tests look into the closed shadow root. Nothing else changes. */
  async prepare(): Promise<void> {
    await this.page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
  }

  get message(): Locator {
    return this.frame.getByRole('textbox', { name: 'Message' });
  }

  /** A text of somebody in the thread; not what is announced to screen readers, which is a list. */
  said(text: string | RegExp): Locator {
    return this.frame.getByText(text).and(this.frame.locator(':not(li)'));
  }

  async say(text: string): Promise<void> {
    await this.message.fill(text);
    await this.message.press('Enter');
  }

  /** Taps a quick reply or button of the thread. */
  async tap(label: string): Promise<void> {
    await this.frame.getByRole('button', { name: label }).last().click();
  }
}
