import { Desk } from '../support/desk';
import { DESKTOP, expect, expectAccessible, open, test } from '../support/fixtures';
import { meet } from '../support/meeting';
import { Guest } from '../support/people';

test('a conversation goes to a colleague, ends, and goes on where it was', async ({
  phone,
  desk,
  browser,
  steward,
}) => {
  // Two desks and a phone, one after the other.
  test.slow();
  const other = await open(browser, steward.url, DESKTOP);
  const rosa = new Desk(other.page);
  await rosa.signIn('staff2@demo.test');
  await rosa.page.getByRole('button', { name: /Availability/ }).click();
  await rosa.page.getByRole('radio', { name: /^By hand/ }).click();
  await rosa.page.keyboard.press('Escape');

  await meet(phone, desk, 'My friend cut her hand');
  await desk.page.getByRole('link', { name: /My friend cut her hand/ }).click();

  // By keyboard, with a word for the colleague.
  await expect(desk.messages).toContainText('My friend cut her hand');
  await desk.page.keyboard.press('h');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Rosa Keller/ }).check();
  await expectAccessible(desk.page);
  await dialog.getByRole('textbox', { name: 'Why' }).fill('You are closer to Gate A');
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(phone.page.getByText('Rosa Keller is here for you')).toBeVisible();

  await rosa.page.getByRole('link', { name: /My friend cut her hand/ }).click();
  await expect(rosa.page.getByRole('note')).toContainText('Sam Okafor handed this over to you');
  await expect(rosa.page.getByRole('note')).toContainText('You are closer to Gate A');
  await expectAccessible(rosa.page);
  await rosa.write('I am on my way');
  await expect(phone.message('I am on my way')).toBeVisible();

  await rosa.page.getByRole('button', { name: 'Close conversation' }).click();
  // A notice stays while the mouse is over it, which waits for it.
  await Promise.all([
    rosa.page.getByRole('button', { name: 'Undo' }).hover(),
    rosa.page.getByRole('dialog').getByRole('button', { name: 'Close the conversation' }).click(),
  ]);
  await expect(phone.page.getByText('This conversation is closed.')).toBeVisible();
  await rosa.page.getByRole('button', { name: 'Undo' }).click();
  await expect(phone.page.getByText(/This conversation is open again/)).toBeVisible();
  await phone.write('Thank you for coming back');
  await expect(rosa.messages).toContainText('Thank you for coming back');
  await other.close();
});

test('a manager hears whom nobody answers, judges anew, and takes them', async ({ desk, steward }) => {
  await desk.signIn('manager@demo.test');
  const guest = await Guest.come(steward.url, 'Mara');
  await guest.ask({ category: 'security', triage: { danger_now: 'yes' }, text: 'He has a knife' });
  const alarm = desk.page.getByRole('region', { name: 'Nobody has answered' });
  await expect(alarm).toBeVisible();
  await expectAccessible(desk.page);
  await alarm.getByRole('link', { name: /Security.*Mara, Critical/ }).click();
  await desk.page.getByRole('button', { name: 'Change the priority: Critical' }).click();
  await Promise.all([
    expect(desk.page.getByText('High now.')).toBeVisible(),
    desk.page.getByRole('menuitem', { name: 'High' }).click(),
  ]);
  await desk.page.getByRole('button', { name: 'Take this conversation' }).click();
  await expect(desk.messages).toContainText('He has a knife');
  await expect(alarm).toBeHidden();
});
