import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { CODE } from './people';

/** The phone app as a participant uses it. */
export class Phone {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  async join(): Promise<void> {
    await this.page.goto(`/app/join/${CODE}`);
    await expect(this.page.getByRole('heading', { name: 'Harbour Lights Festival' })).toBeVisible();
  }

  /** From the HELP button to the last step. */
  async answerQuestions(category = 'Medical', answers = ['No', 'Yes', 'Not sure']): Promise<void> {
    await this.page.getByRole('link', { name: /HELP/ }).click();
    await this.page.getByRole('button', { name: new RegExp(`^${category}`) }).click();
    for (const answer of answers) {
      const question = await this.page.getByRole('heading', { level: 1 }).innerText();
      await this.page.getByRole('button', { name: answer, exact: true }).click();
      await expect(this.page.getByRole('heading', { level: 1 })).not.toHaveText(question);
    }
  }

  async ask(words: string): Promise<void> {
    await this.answerQuestions();
    await this.page.getByLabel('In your own words').fill(words);
    await this.page.getByRole('button', { name: 'Ask for help' }).click();
    await this.page.waitForURL(/\/app\/requests\//);
  }

  async write(text: string): Promise<void> {
    await this.page.getByLabel('Write a message').fill(text);
    await this.page.getByRole('button', { name: 'Send' }).click();
  }

  /** Opens what can be done about where the phone is. */
  async addLocation(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a photo, your voice or your location' }).click();
    await this.page.getByRole('button', { name: 'My location' }).click();
  }

  /** Takes a photo with the camera, which hands over this file. */
  async addPhoto(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a photo, your voice or your location' }).click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByText('Take a photo').click();
    await (await chooser).setFiles(file);
    await expect(this.messages.last().getByRole('img', { name: 'Photo' })).toBeVisible();
  }

  /** The messages in their order. */
  get messages(): Locator {
    return this.page.getByRole('log').getByRole('listitem');
  }

  /** The message with these words. */
  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  /** Waits until the app would start without a network. */
  async installed(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
      }
    });
  }
}
