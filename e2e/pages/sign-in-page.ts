import type { Locator, Page } from '@playwright/test';

/** The pages before the studio: the first start and signing in. */
export class SignInPage {
  readonly email: Locator;
  readonly password: Locator;

  constructor(readonly page: Page) {
    this.email = page.getByLabel('Email', { exact: false });
    this.password = page.getByRole('textbox', { name: /^Password/ });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name });
  }

  async createOwner(owner: { name: string; email: string; password: string }): Promise<void> {
    await this.page.getByLabel('Your name').fill(owner.name);
    await this.email.fill(owner.email);
    await this.password.fill(owner.password);
    await this.page.getByRole('button', { name: 'Create account' }).click();
  }

  async signIn(person: { email: string; password: string }): Promise<void> {
    await this.email.fill(person.email);
    await this.password.fill(person.password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }
}
