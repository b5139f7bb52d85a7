import { expect, test } from '../support/fixtures';

test('a server that dies and comes back loses nothing of either side', async ({ phone, desk, steward }) => {
  await desk.signIn('staff1@demo.test');
  await desk.available();
  await phone.join();
  await phone.ask('Before the night');
  await expect(phone.page.getByText('Sam Okafor is here for you')).toBeVisible();
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
  await expect(phone.message('Written while nobody listened')).toHaveCount(1, { timeout: 45_000 });
  await expect(desk.messages.getByText('Me too')).toHaveCount(1, { timeout: 45_000 });
  await expect(phone.message('Me too')).toContainText('Read');
  await desk.page.reload();
  await expect(desk.messages.getByText('Me too')).toHaveCount(1);
  await expect(desk.messages.getByText('Written while nobody listened')).toHaveCount(1);
});
