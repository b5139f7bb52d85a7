import { Desk } from '../support/desk';
import { DESKTOP, expect, open, PHONE, test } from '../support/fixtures';

test('an organization registers, is approved, makes an event, and people join it', async ({
  browser,
  desk,
  steward,
}) => {
  const { page } = desk;
  await page.goto('/register');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('City Marathon');
  await page.getByLabel('Address').fill('Main Square 1');
  await page.getByLabel('Your name').fill('Mia Novak');
  await page.getByLabel('E-mail').fill('mia@marathon.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('short');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText(/8 to 128 characters/).first()).toBeVisible();
  await expect(page.getByLabel('Address')).toHaveValue('Main Square 1');
  await page.getByRole('textbox', { name: 'Password' }).fill('marathon-2026-run');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Register your organization' })).toBeHidden();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill('marathon-2026-run');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/organization');

  const administration = await open(browser, steward.url, DESKTOP);
  const administrator = new Desk(administration.page);
  await administrator.signIn('admin@demo.test');
  await administrator.page.getByRole('button', { name: 'Approve: City Marathon' }).click();
  const row = administrator.page.getByRole('row').filter({ hasText: 'City Marathon' });
  await expect(row).toContainText('Approved');
  await administration.close();

  await page.goto('/events/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Night Run');
  await page.getByLabel('Address').fill('Main Square 1, Riverside');
  await page.getByRole('button', { name: 'Add a zone' }).click();
  await page.keyboard.type('Start');
  await page.getByRole('button', { name: 'Create the event' }).click();
  await expect(page.getByRole('heading', { name: 'Night Run' })).toBeVisible();
  await expect(page.getByRole('img', { name: /QR/i }).first()).toBeVisible();
  const code = (
    await page
      .getByText(/^[0-9A-HJKMNP-TV-Z]{6}$/)
      .first()
      .innerText()
  ).trim();

  const stranger = await open(browser, steward.url, PHONE);
  await stranger.page.goto('/app/');
  await stranger.page.getByLabel('Event code').fill(code.toLowerCase());
  await expect(stranger.page.getByRole('heading', { name: 'Night Run' })).toBeVisible();
  await stranger.close();
});

test('nobody gets in without the right password, and is told so', async ({ desk }) => {
  await desk.page.goto('/desk');
  await expect(desk.page).toHaveURL(/sign-in/);
  await desk.page.getByLabel('E-mail').fill('staff1@demo.test');
  await desk.page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await desk.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(desk.page.getByRole('alert')).toBeVisible();
  await expect(desk.page.getByLabel('E-mail')).toHaveValue('staff1@demo.test');
});
