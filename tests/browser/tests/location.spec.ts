import { expect, expectAccessible, test } from '../support/fixtures';
import { meet } from '../support/meeting';

const FAR = { latitude: 53.5443, longitude: 9.9665, accuracy: 22 };

test('a message says where it was written, and the desk shows it on its map', async ({ phone, desk }) => {
  await meet(phone, desk, 'I sprained my ankle');
  await desk.page
    .getByRole('link', { name: /Guest|ankle/ })
    .first()
    .click();

  // Written without a network, it keeps the place of the moment.
  await phone.context.setOffline(true);
  await phone.addLocation();
  await phone.page.getByRole('button', { name: 'Send my location' }).click();
  await expect(phone.page.getByText('Location added, within 14 metres')).toBeVisible();
  await expectAccessible(phone.page);
  await phone.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(phone.message('I am here.')).toContainText('Waiting to be sent');
  await phone.context.setGeolocation(FAR);
  await phone.context.setOffline(false);
  await expect(phone.message('I am here.')).toContainText(/Sent|Delivered|Read/);
  await expect(phone.message('I am here.').getByRole('link')).toHaveAttribute('href', /53\.5413/);

  await desk.messages.getByRole('button', { name: /Show on the map/ }).click();
  const details = desk.page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('img', { name: /^Map: the person is/ })).toBeVisible();
  await expect(details.getByText(/Sent with a message at/)).toBeVisible();
  await expect(details.getByText('Accurate to about 14 m')).toBeVisible();
});

test('shared live, somebody is followed on the map until they stop it', async ({ phone, desk }) => {
  await meet(phone, desk, 'We are walking to the gate');
  await phone.addLocation();
  await phone.page.getByRole('button', { name: 'Keep sharing where I am' }).click();
  await expect(phone.page.getByText('Your location is being shared')).toBeVisible();
  await expectAccessible(phone.page);

  await desk.page
    .getByRole('link', { name: /Guest|gate/ })
    .first()
    .click();
  const details = desk.page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByText('Live, just now')).toBeVisible();
  await expect(details.getByText('Accurate to about 14 m')).toBeVisible();
  // Not more often than every five seconds: the browser tells each move once.
  await expect(async () => {
    await phone.context.setGeolocation({ ...FAR, accuracy: 20 + Math.round(Math.random() * 5) });
    await expect(details.getByText(/Accurate to about 2\d m/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessible(desk.page);

  await phone.page.getByRole('button', { name: 'Stop' }).click();
  await expect(phone.page.getByText('Your location is being shared')).toBeHidden();
  await expect(details.getByText(/Stopped sharing at/)).toBeVisible();
});
