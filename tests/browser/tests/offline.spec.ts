import { expect, test } from '../support/fixtures';
import { meet } from '../support/meeting';
import { call, PASSWORD } from '../support/people';

const FIVE = ['first', 'second', 'third', 'fourth', 'fifth'];

test('airplane mode, five messages, the app killed, network back: each arrives once and in order', async ({
  phone,
  desk,
}) => {
  await meet(phone, desk, 'Lost my way');
  await phone.installed();

  await phone.context.setOffline(true);
  for (const text of FIVE) await phone.write(`${text} word`);
  await expect(phone.page.getByText(/No connection\. What you write is kept/)).toBeVisible();
  await expect(phone.message('fifth word')).toContainText('Waiting to be sent');

  // The app is killed and opened again, still without a network.
  const address = phone.page.url();
  await phone.page.close();
  const again = await phone.context.newPage();
  await again.goto(address);
  const messages = again.getByRole('log').getByRole('listitem');
  await expect(messages.filter({ hasText: 'word' })).toHaveCount(5);

  await phone.context.setOffline(false);
  await expect(messages.filter({ hasText: 'fifth word' })).not.toContainText('Waiting to be sent');
  await desk.page
    .getByRole('link', { name: /Guest|fifth/ })
    .first()
    .click();
  await expect(desk.messages).toContainText('fifth word');
  const said = (await desk.messages.innerText()).match(/(\w+) word/g);
  expect(said).toEqual(FIVE.map((text) => `${text} word`));
});

test('asking for help without a network waits on the phone and goes out once', async ({ phone, steward }) => {
  await phone.join();
  await phone.installed();
  await phone.context.setOffline(true);
  await phone.ask('Help at the pier');
  await expect(phone.page.getByText('Waiting for a connection')).toBeVisible();
  await phone.write('Between the two cranes');
  await phone.page.reload();
  await expect(phone.message('Between the two cranes')).toContainText('Waiting to be sent');

  await phone.context.setOffline(false);
  await expect(phone.page.getByText('You are next')).toBeVisible();
  await expect(phone.message('Between the two cranes')).toContainText('Sent');

  const signedIn = await call(steward.url, 'POST', '/auth/v1/sessions', {
    body: { email: 'manager@demo.test', password: PASSWORD },
  });
  const token = await call(steward.url, 'POST', '/auth/v1/sessions/token', { cookie: signedIn.cookie });
  const requests = await call(steward.url, 'GET', '/messenger/v1/help-requests', {
    token: token.body.access_token,
  });
  expect(requests.body.items).toHaveLength(1);
});

test('the app installs, starts without a network, and shows everything seen', async ({ phone }) => {
  await phone.join();
  await phone.ask('Where is the medical tent?');
  await expect(phone.page.getByText('You are next')).toBeVisible();
  await phone.installed();
  const manifest = await phone.page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    return (await fetch(link?.href ?? '')).json();
  });
  expect(manifest.display).toBe('standalone');
  expect(manifest.icons.map((icon: { sizes: string }) => icon.sizes)).toContain('512x512');

  await phone.context.setOffline(true);
  await phone.page.goto('/app/');
  await expect(phone.message('Where is the medical tent?')).toBeVisible();
  await phone.page.goto('/app/history');
  await phone.page.getByRole('link', { name: /Medical/ }).click();
  await expect(phone.message('Where is the medical tent?')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Back' }).click();
  await phone.page.goto('/app/me');
  await expect(phone.page.getByRole('heading', { name: 'Me' })).toBeVisible();
});

test('two tabs of one phone send nothing twice', async ({ phone }) => {
  await phone.join();
  await phone.ask('Two tabs');
  await expect(phone.page.getByText('You are next')).toBeVisible();
  const other = await phone.context.newPage();
  await other.goto(phone.page.url());
  await expect(other.getByRole('log')).toContainText('Two tabs');
  await other.getByLabel('Write a message').fill('from the second tab');
  await other.getByRole('button', { name: 'Send' }).click();
  await phone.write('from the first tab');
  for (const page of [phone.page, other]) {
    const messages = page.getByRole('log').getByRole('listitem');
    await expect(messages.filter({ hasText: 'from the' })).toHaveCount(2);
    await expect(messages.filter({ hasText: 'Sent' })).toHaveCount(3);
  }
});
