import { expect, type Locator, type Page } from '@playwright/test';
import { PASSWORD } from './people';

/** The dashboard as members and administrators use it. */
export class Desk {
  constructor(readonly page: Page) {}

  async signIn(email: string, password = PASSWORD): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  /** Waiting people are sent here from now on. */
  async available(): Promise<void> {
    await this.page.getByRole('button', { name: /Availability/ }).click();
    await this.page.getByRole('radio', { name: /^On/ }).click();
    await expect(this.page.getByRole('radio', { name: /^On/ })).toBeChecked();
    await this.page.keyboard.press('Escape');
  }

  async write(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: /Message to/ });
    await field.fill(text);
    await field.press('Enter');
  }

  get messages(): Locator {
    return this.page.getByRole('log');
  }
}
