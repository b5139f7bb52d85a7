import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { Desk } from './desk';
import { Phone } from './phone';
import { Steward } from './steward';

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  permissions: ['geolocation'],
  geolocation: { latitude: 53.5413, longitude: 9.9665, accuracy: 14 },
  locale: 'en-GB',
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };

interface Stage {
  /** A Steward of this test alone. */
  steward: Steward;
  /** A participant's phone. */
  phone: Phone;
  /** A dashboard in another browser. */
  desk: Desk;
}

/** A context, and what fails in it without anybody seeing it. */
export async function open(browser: Browser, baseURL: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ ...options, baseURL });
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const close = async () => {
    await context.close();
    expect(errors).toEqual([]);
  };
  return { context, page, close };
}

export const test = base.extend<Stage>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other says so like this
  steward: async ({}, use) => {
    const steward = await Steward.start();
    await use(steward);
    await steward.stop();
  },
  phone: async ({ browser, steward }, use) => {
    const { page, context, close } = await open(browser, steward.url, PHONE);
    await use(new Phone(page, context));
    await close();
  },
  desk: async ({ browser, steward }, use) => {
    const { page, close } = await open(browser, steward.url, DESKTOP);
    await use(new Desk(page));
    await close();
  },
});

/** Nobody is kept out: axe finds nothing on the page as it is now. A tooltip repeats a name, and has no landmark. */
export async function expectAccessible(page: Page): Promise<void> {
  // What fades in is measured when it is there: half way, its contrast is half of what it will be.
  await page.waitForFunction(() => {
    const running = document.getAnimations().filter(({ playState }) => playState === 'running');
    return running.every((one) => one.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY);
  });
  const { violations } = await new AxeBuilder({ page }).exclude('[role="tooltip"]').analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(found, page.url()).toEqual([]);
}

export { expect };
