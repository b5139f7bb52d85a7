import { readFile } from 'node:fs/promises';
import { Desk } from '../support/desk';
import { DESKTOP, expect, expectAccessible, open, test } from '../support/fixtures';
import { meet } from '../support/meeting';

test('a note is for colleagues alone, and everything is found again', async ({
  phone,
  desk,
  browser,
  steward,
}) => {
  // A phone, a desk, and a manager who looks for it afterwards.
  test.slow();
  await meet(phone, desk, 'My friend fainted near the stage');
  await desk.page.getByRole('link', { name: /My friend fainted/ }).click();
  await desk.write('Somebody is on the way to you');
  await expect(phone.message('Somebody is on the way to you')).toBeVisible();

  // By keyboard: a note, then the person again, so that nothing goes to the wrong reader.
  await desk.page.getByRole('textbox', { name: /Message to/ }).press('Escape');
  await desk.messages.click();
  await desk.page.keyboard.press('w');
  await desk.page.getByRole('textbox', { name: /Note/ }).fill('She is allergic to penicillin');
  await expectAccessible(desk.page);
  await desk.page.keyboard.press('Enter');
  await expect(desk.messages).toContainText('Only colleagues see this');
  await expect(desk.messages).toContainText('She is allergic to penicillin');
  await desk.page.getByRole('combobox', { name: /tag/i }).fill('Stage');
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('button', { name: 'Message', exact: true }).click();
  await desk.write('They are with you in a minute');
  await expect(phone.message('They are with you in a minute')).toBeVisible();
  await expect(phone.page.getByText('penicillin')).toHaveCount(0);

  const saved = desk.page.waitForEvent('download');
  await desk.page.getByRole('button', { name: 'For the person' }).click();
  const file = await readFile(await (await saved).path());
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');

  const other = await open(browser, steward.url, DESKTOP);
  const manager = new Desk(other.page);
  await manager.signIn('manager@demo.test');
  await manager.page.goto('/archive');
  await manager.page.getByRole('searchbox', { name: 'Find words that were said' }).fill('penicil');
  const found = manager.page.getByRole('link', { name: /penicillin/ });
  await expect(found).toBeVisible();
  await expect(manager.page.getByRole('main')).toContainText('stage');
  await expectAccessible(manager.page);
  await found.click();
  await expect(manager.messages).toContainText('She is allergic to penicillin');
  await other.close();
});
