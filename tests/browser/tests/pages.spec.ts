import { Desk } from '../support/desk';
import { DESKTOP, expect, expectAccessible, open, PHONE, test } from '../support/fixtures';
import { Guest } from '../support/people';
import { Phone } from '../support/phone';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the phone app is accessible, ${colorScheme}`, async ({ browser, steward }) => {
    const { page, context, close } = await open(browser, steward.url, { ...PHONE, colorScheme });
    const phone = new Phone(page, context);
    await page.goto('/app/join');
    await expectAccessible(page);
    await page.getByLabel('Event code').fill('ZZZZZZ');
    await expect(page.getByText(/There is no event with the code ZZZZZZ/)).toBeVisible();
    await expectAccessible(page);
    await page.goto('/app/browse');
    await expect(page.getByText('Harbour Lights Festival')).toBeVisible();
    await expectAccessible(page);
    await phone.join();
    await expectAccessible(page);
    await page.goto(`${page.url()}/announcements`);
    await expect(page.getByText('Nothing was announced yet.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('link', { name: /HELP/ }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Medical/ }).click();
    await expectAccessible(page);
    await page.goBack();
    await page.goBack();
    await phone.ask('Is there water?');
    await expect(page.getByText('You are next')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel my request' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'No, keep it' }).click();
    await page.getByRole('button', { name: /^Answer: Is there water/ }).click();
    await expectAccessible(page);
    await context.setOffline(true);
    await phone.write('Still here');
    await expect(page.getByRole('button', { name: 'Change' })).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await page.goto('/app/me');
    await page.getByLabel('Keep the screen discreet').check();
    await expectAccessible(page);
    await page.getByLabel('Keep the screen discreet').uncheck();
    for (const path of ['history', 'me', 'me/register', 'me/sign-in', 'nowhere']) {
      await page.goto(`/app/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    await close();
  });

  test(`every page of the desk is accessible, ${colorScheme}`, async ({ browser, steward }) => {
    const guests = ['Mara', 'Ali', 'Jo'].map(async (name) => {
      const guest = await Guest.come(steward.url, name);
      await guest.ask({
        category: 'security',
        text: `${name} asks`,
        triage: { weapon: 'yes' },
        share: { name: true },
      });
    });
    await Promise.all(guests);
    const { page, close } = await open(browser, steward.url, { ...DESKTOP, colorScheme });
    const desk = new Desk(page);
    await desk.signIn('owner@demo.test');
    await page.goto('/desk');
    await expect(page.getByRole('button', { name: /^Take Mara/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Take Mara/ }).click();
    await expect(desk.messages).toContainText('Mara asks');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Take Ali/ }).click();
    await expect(desk.messages).toContainText('Ali asks');
    await page.getByRole('button', { name: /^Answer: Ali asks/ }).click();
    await page.getByRole('button', { name: 'Choose conversations to answer together' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Closed', exact: true }).click();
    await expect(page.getByText('No conversation was closed yet.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await page.getByRole('link', { name: /^Team channel/ }).click();
    await expect(page.getByText('Nobody has written yet')).toBeVisible();
    await expectAccessible(page);
    await close();
  });

  test(`every other page of the dashboard is accessible, ${colorScheme}`, async ({ browser, steward }) => {
    const { page, close } = await open(browser, steward.url, { ...DESKTOP, colorScheme });
    for (const path of ['sign-in', 'register']) {
      await page.goto(`/${path}`);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expectAccessible(page);
    }
    await new Desk(page).signIn('owner@demo.test');
    for (const path of [
      'incidents',
      'events',
      'events/new',
      'archive',
      'audit',
      'team',
      'organization',
      'nowhere',
    ]) {
      await page.goto(`/${path}`);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expectAccessible(page);
    }
    await page.goto('/events');
    await page.getByRole('link', { name: 'Harbour Lights Festival' }).click();
    await expect(page.getByText('FEST26').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Announcements' }).click();
    await expect(page.getByText('Nothing was announced yet')).toBeVisible();
    await expectAccessible(page);
    await close();
  });
}
