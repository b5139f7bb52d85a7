import { expect, expectAccessible, test } from '../support/fixtures';

test('what a manager announces is on the phone at once, and how far it came is on the dashboard', async ({
  phone,
  desk,
}) => {
  await phone.join();
  await desk.signIn('manager@demo.test');
  await desk.page.goto('/events');
  await desk.page
    .getByRole('link', { name: /Harbour Lights Festival/ })
    .first()
    .click();
  await desk.page.getByRole('link', { name: 'Announcements' }).click();
  await expect(desk.page.getByText('Reaches 1 person now.')).toBeVisible();

  await desk.page.getByLabel('Announcement').fill('The main stage opens at six.\nPlease use Gate B.');
  await desk.page.getByRole('button', { name: 'Announce…' }).click();
  await expect(desk.page.getByRole('dialog')).toContainText('Announce this to 1 person?');
  await expectAccessible(desk.page);
  await desk.page.getByRole('button', { name: 'Announce it' }).click();
  await expect(desk.page.getByRole('listitem')).toContainText('Please use Gate B.');

  const banner = phone.page.getByRole('link', { name: /^Announcement The main stage/ });
  await expect(banner).toBeVisible();
  await expectAccessible(phone.page);
  await banner.click();
  await expect(phone.page.getByRole('heading', { name: 'Announcements' })).toBeVisible();
  await expectAccessible(phone.page);
  const counts = desk.page.getByRole('listitem').getByRole('definition');
  await expect(counts).toHaveText(['1', '1', '1']);
  await expectAccessible(desk.page);

  await phone.context.setOffline(true);
  await phone.page.getByRole('button', { name: 'Back' }).click();
  await phone.page.getByRole('link', { name: /^Announcements/ }).click();
  await expect(phone.page.getByText('Please use Gate B.')).toBeVisible();
  await phone.context.setOffline(false);
});

test('staff read what was announced and cannot announce', async ({ desk }) => {
  await desk.signIn('staff1@demo.test');
  await desk.page.goto('/events');
  await desk.page
    .getByRole('link', { name: /Harbour Lights Festival/ })
    .first()
    .click();
  await desk.page.getByRole('link', { name: 'Announcements' }).click();
  await expect(desk.page.getByText('Nothing was announced yet')).toBeVisible();
  await expect(desk.page.getByLabel('Announcement')).toHaveCount(0);
});
