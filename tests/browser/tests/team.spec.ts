import { Desk } from '../support/desk';
import { DESKTOP, expect, expectAccessible, open, PHONE, test } from '../support/fixtures';

test('two desks talk as a team, and see who is there', async ({ desk, browser, steward }) => {
  // Two desks, and one of them comes back on a phone.
  test.slow();
  await desk.signIn('staff1@demo.test');
  const other = await open(browser, steward.url, DESKTOP);
  const rosa = new Desk(other.page);
  await rosa.signIn('staff2@demo.test');

  // One key from the desk, one click from the list.
  await desk.page.goto('/desk');
  await expect(desk.page.getByRole('link', { name: /^Team channel/ })).toBeVisible();
  await desk.page.keyboard.press('b');
  await expect(desk.page.getByText('Nobody has written yet')).toBeVisible();
  await expectAccessible(desk.page);
  await desk.write('Gate B is closed, please send people to Gate A');
  await expect(desk.messages).toContainText('Gate B is closed');

  await rosa.page.goto('/desk');
  const entry = rosa.page.getByRole('link', { name: /^Team channel.*Sam: Gate B is closed/ });
  await expect(entry).toBeVisible();
  await expect(rosa.page.getByRole('img', { name: '1 unread message' })).toBeVisible();
  await entry.click();
  await expect(rosa.messages).toContainText('Sam Okafor');
  await expect(desk.messages.getByText(/Read by 1 of \d/)).toBeVisible();
  await desk.messages.getByText(/Read by/).hover();
  await expect(desk.page.getByRole('tooltip')).toHaveText('Rosa Keller');
  // That somebody writes fades after seconds, and is told again when they go on.
  const field = rosa.page.getByRole('textbox', { name: 'Message to the team' });
  await expect(async () => {
    await field.fill('');
    await field.pressSequentially('I do');
    await expect(desk.messages).toContainText('Rosa Keller is writing…', { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await rosa.page.keyboard.press('Enter');
  await expect(desk.messages).toContainText('I do');
  await expectAccessible(desk.page);

  // Who can help, at a glance; also while it changes.
  const people = desk.page.getByRole('region', { name: 'At the desk' }).getByRole('listitem');
  const line = people.filter({ hasText: 'Rosa Keller' });
  await expect(line).toContainText('Not on duty');
  await rosa.available();
  await expect(line).toContainText('On duty, 0 of 3');
  await rosa.page.getByRole('button', { name: /Availability/ }).click();
  await rosa.page.getByRole('radio', { name: /^Off/ }).click();
  await expect(line).toContainText('Not on duty');
  await other.close();
  const away = desk.page.getByRole('region', { name: 'Away' }).getByRole('listitem');
  await expect(away.filter({ hasText: 'Rosa Keller' })).toContainText('Away since');

  const phone = await open(browser, steward.url, PHONE);
  const tablet = new Desk(phone.page);
  await tablet.signIn('staff2@demo.test');
  await phone.page.goto('/desk');
  await phone.page.getByRole('link', { name: /^Team channel/ }).click();
  await expect(tablet.messages).toContainText('Gate B is closed');
  await expectAccessible(phone.page);
  await phone.close();
});
