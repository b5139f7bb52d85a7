import { expect, test } from '../support/fixtures';

const TEN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

test('a phone that was locked for half an hour has everything that was said, and both sides read the same', async ({
  phone,
  desk,
}) => {
  await desk.signIn('staff1@demo.test');
  await desk.available();
  await phone.page.clock.install();
  await phone.join();
  await phone.ask('Locked out');
  await expect(phone.page.getByText('Sam Okafor is here for you')).toBeVisible();
  await desk.page
    .getByRole('link', { name: /Guest|Locked/ })
    .first()
    .click();
  await phone.write('before it is dark');
  await expect(desk.messages).toContainText('before it is dark');

  // The screen is locked: the page is frozen and the network of the phone sleeps.
  const devtools = await phone.context.newCDPSession(phone.page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await phone.context.setOffline(true);
  for (const word of TEN) await desk.write(`number ${word}`);
  await expect(desk.messages).toContainText('number ten');

  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await phone.page.clock.fastForward('30:00');
  await phone.context.setOffline(false);
  await expect(phone.message('number ten')).toBeVisible();
  await phone.write('I am back');
  await expect(desk.messages).toContainText('I am back');

  const expected = ['Locked out', 'before it is dark', ...TEN.map((word) => `number ${word}`), 'I am back'];
  await expect(phone.messages).toHaveCount(expected.length);
  for (const [place, words] of expected.entries()) {
    await expect(phone.messages.nth(place)).toContainText(words);
  }
  const said = await desk.messages.innerText();
  const found = expected.map((words) => said.indexOf(words));
  expect(found.every((at) => at >= 0)).toBe(true);
  expect([...found].sort((one, other) => one - other)).toEqual(found);
});
