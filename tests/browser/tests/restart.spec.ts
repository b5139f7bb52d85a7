import { expect, test } from '../support/fixtures';
import { meet } from '../support/meeting';

test('a server that dies and comes back loses nothing of either side', async ({ phone, desk, steward }) => {
  await meet(phone, desk, 'Before the night');
  await desk.page
    .getByRole('link', { name: /Guest|Before/ })
    .first()
    .click();
  await desk.write('Here for you');
  await expect(phone.message('Here for you')).toBeVisible();

  await steward.kill();
  await desk.write('Written while nobody listened');
  await phone.write('Me too');
  await expect(desk.page.getByText(/connect/i).first()).toBeVisible();
  await expect(phone.message('Me too')).toContainText('Waiting to be sent');

  await steward.up();
  await expect(phone.message('Written while nobody listened')).toHaveCount(1);
  await expect(desk.messages.getByText('Me too')).toHaveCount(1);
  await expect(phone.message('Me too')).toContainText('Read');
  await desk.page.reload();
  await expect(desk.messages.getByText('Me too')).toHaveCount(1);
  await expect(desk.messages.getByText('Written while nobody listened')).toHaveCount(1);
});
