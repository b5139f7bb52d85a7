import { Desk } from '../support/desk';
import { DESKTOP, expect, expectAccessible, open, test } from '../support/fixtures';
import { Guest } from '../support/people';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what a manager keeps, staff put in with its shortcut, ${colorScheme}`, async ({
    browser,
    steward,
  }) => {
    const guest = await Guest.come(steward.url, 'Jonas');
    await guest.ask({ category: 'medical', text: 'I cut my hand', share: { name: true } });
    const managing = await open(browser, steward.url, { ...DESKTOP, colorScheme });
    const manager = managing.page;
    await new Desk(manager).signIn('manager@demo.test');
    await manager.goto('/saved-replies');
    await expect(manager.getByText('No saved replies yet')).toBeVisible();
    await expectAccessible(manager);
    await manager.getByLabel(/^Shortcut/).fill('coming');
    await manager.getByLabel(/^For/).click();
    await manager.getByRole('option', { name: 'Everybody in the organization' }).click();
    await manager.getByLabel(/^Text/).fill('{name}, stay where you are. {me} is on the way.');
    await manager.getByRole('button', { name: 'Keep it' }).click();
    await expect(manager.getByRole('listitem')).toContainText('/coming');
    await expectAccessible(manager);
    await managing.close();

    const helping = await open(browser, steward.url, { ...DESKTOP, colorScheme });
    const staff = new Desk(helping.page);
    await staff.signIn('staff1@demo.test');
    await helping.page.goto('/desk');
    await helping.page.getByRole('button', { name: /^Take Jonas/ }).click();
    await expect(staff.messages).toContainText('I cut my hand');
    const field = helping.page.getByRole('textbox', { name: /Message to/ });
    await field.pressSequentially('/com');
    await expect(helping.page.getByRole('option', { name: /coming/ })).toBeVisible();
    await expectAccessible(helping.page);
    await field.press('Enter');
    await expect(field).toHaveValue('Jonas, stay where you are. Sam Okafor is on the way.');
    await field.press('Enter');
    await expect(staff.messages).toContainText('Jonas, stay where you are. Sam Okafor is on the way.');
    await helping.close();
  });
}
