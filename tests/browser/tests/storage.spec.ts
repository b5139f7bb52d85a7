import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/fixtures';
import type { Phone } from '../support/phone';

const REFUSED = /This browser does not let Steward store anything/;
const FULL = /There is no room left on this phone/;

/** What only the browser itself can do to a site. */
async function browser(
  page: Page,
  method: 'Storage.overrideQuotaForOrigin' | 'Storage.clearDataForOrigin',
  more: object,
) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send(method, { origin: new URL(page.url()).origin, ...more } as never);
}

async function talks(phone: Phone, texts: string[]): Promise<void> {
  for (const text of texts) await phone.write(text);
  for (const text of texts) await expect(phone.message(text)).toContainText('Sent');
}

test('where the browser refuses to store anything, help is asked for all the same, and that is said', async ({
  phone,
}) => {
  await phone.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
  });
  await phone.join();
  await expect(phone.page.getByText(REFUSED)).toBeVisible();
  await expectAccessible(phone.page);
  await phone.ask('In a private window');
  await expect(phone.page.getByText('You are next')).toBeVisible();
  await talks(phone, ['By the stage']);
  await expect(phone.page.getByText(REFUSED)).toBeVisible();
});

test('a disk that fills up in the middle loses no word, and that is said', async ({ phone }) => {
  test.slow();
  await phone.join();
  await phone.ask('Before it was full');
  await expect(phone.page.getByText('You are next')).toBeVisible();
  await talks(phone, ['one of three']);
  await phone.context.setOffline(true);
  await browser(phone.page, 'Storage.overrideQuotaForOrigin', { quotaSize: 1 });
  // The browser looks at the room that is left only now and then.
  const written = ['one of three'];
  await expect(async () => {
    written.push(`number ${written.length} offline`);
    await phone.write(written.at(-1) ?? '');
    await expect(phone.page.getByText(FULL)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await phone.write('the last word');
  await expect(phone.message('the last word')).toContainText('Waiting to be sent');
  await phone.context.setOffline(false);
  for (const text of [...written, 'the last word']) {
    await expect(phone.message(text)).toContainText('Sent');
  }
  await phone.page.getByRole('button', { name: 'Back' }).click();
  await phone.page.getByRole('link', { name: 'Me', exact: true }).click();
  await expect(phone.page.getByText(/Delete something else from the phone/)).toBeVisible();
});

test('a disk that the browser takes away loses no word, and that is said', async ({ phone }) => {
  await phone.join();
  await phone.ask('Before it was gone');
  await expect(phone.page.getByText('You are next')).toBeVisible();
  await phone.context.setOffline(true);
  await phone.write('one of two');
  await expect(phone.message('one of two')).toContainText('Waiting to be sent');
  await browser(phone.page, 'Storage.clearDataForOrigin', { storageTypes: 'indexeddb' });
  await expect(phone.page.getByText(REFUSED)).toBeVisible();
  await phone.write('two of two');
  await phone.context.setOffline(false);
  for (const text of ['Before it was gone', 'one of two', 'two of two']) {
    await expect(phone.message(text)).toContainText('Sent');
  }
});
