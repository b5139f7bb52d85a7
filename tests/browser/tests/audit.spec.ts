import { Desk } from '../support/desk';
import { DESKTOP, expect, expectAccessible, open, test } from '../support/fixtures';
import { meet } from '../support/meeting';

test('who leads follows a conversation unseen, and what everybody did stands in the log', async ({
  phone,
  desk,
  browser,
  steward,
}) => {
  // A phone and two desks.
  test.slow();
  await meet(phone, desk, 'My chest hurts');
  await desk.page.getByRole('link', { name: /My chest hurts/ }).click();
  await desk.page.getByRole('button', { name: /^Change the priority/ }).click();
  await desk.page.getByRole('menuitem', { name: 'Critical' }).click();
  const happened = desk.page.getByRole('region', { name: 'What happened' });
  await expect(happened).toContainText('→ Critical, by Sam Okafor');
  await expect(happened.getByRole('link')).toHaveCount(0);

  const other = await open(browser, steward.url, DESKTOP);
  const manager = new Desk(other.page);
  await manager.signIn('manager@demo.test');
  await manager.page.goto(new URL(desk.page.url()).pathname);
  await expect(manager.messages).toContainText('My chest hurts');
  await expect(manager.page.getByText(/You follow what is said/)).toBeVisible();
  await expectAccessible(manager.page);
  await phone.write('It got worse');
  await expect(manager.messages).toContainText('It got worse');
  await desk.page.getByRole('button', { name: 'Note', exact: true }).click();
  await desk.page.getByRole('textbox', { name: /Note/ }).fill('Ambulance called');
  await desk.page.keyboard.press('Enter');
  await expect(manager.messages).toContainText('Ambulance called');
  await expect(phone.page.getByText(/Sam Okafor is here for you/)).toBeVisible();

  await manager.page.getByRole('link', { name: 'Audit log' }).click();
  const entries = manager.page.getByRole('list', { name: 'Entries' });
  await expect(entries).toContainText(/Judged the request of .* anew/);
  await expect(entries).toContainText(/Read the conversation with .* without taking part/);
  await expect(manager.page.getByRole('button', { name: /^The conversation with/ })).toBeVisible();
  await expectAccessible(manager.page);
  await manager.page.getByRole('combobox', { name: 'What' }).click();
  await manager.page.getByRole('option', { name: 'Judged anew' }).click();
  await expect(entries.getByRole('listitem')).toHaveCount(1);
  await entries.getByRole('link').click();
  await expect(manager.messages).toContainText('It got worse');
  await manager.page.getByRole('link', { name: /All of this person/ }).click();
  await expect(manager.page.getByRole('button', { name: /^All conversations of/ })).toBeVisible();
  await expect(manager.page.getByRole('link', { name: /Guest|My chest/ }).first()).toBeVisible();
  await expectAccessible(manager.page);
  await other.close();
});
