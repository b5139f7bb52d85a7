import { expect, open, PHONE, test } from '../support/fixtures';
import { Phone } from '../support/phone';

test('a person in the crowd gets help from somebody at the desk', async ({ phone, desk }) => {
  await desk.signIn('staff1@demo.test');
  await desk.available();

  await phone.join();
  await phone.answerQuestions('Medical', ['No', 'Yes', 'Not sure']);
  await expect(phone.page.getByText('If a life is in danger, call 112 too.')).toBeVisible();
  await phone.page.getByLabel('In your own words').fill('My friend cut her hand');
  await phone.page.getByRole('button', { name: 'Send my location' }).click();
  await expect(phone.page.getByText('Location added, within 14 metres')).toBeVisible();
  await phone.page.getByLabel('name', { exact: true }).check();
  await phone.page.getByLabel('Your name').fill('Jonas');
  await phone.page.getByRole('button', { name: 'Ask for help' }).click();

  // The desk has it by itself, and the phone knows who is there.
  const conversation = desk.page.getByRole('link', { name: /Jonas/ });
  await expect(conversation).toBeVisible();
  await expect(phone.page.getByText('Sam Okafor is here for you')).toBeVisible();
  await conversation.click();
  await expect(desk.messages).toContainText('My friend cut her hand');

  await desk.write('Is it bleeding badly?');
  await expect(phone.message('Is it bleeding badly?')).toBeVisible();
  await phone.write('Yes, it does not stop');
  await expect(desk.messages).toContainText('Yes, it does not stop');
  // Whoever looks at the conversation has read it.
  await expect(phone.message('Yes, it does not stop')).toContainText('Read');
  await expect(desk.messages).toContainText('Read');

  await desk.page.getByRole('button', { name: 'Close conversation' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Solved|^Resolved|^Helped/ }).check();
  await dialog.getByRole('button', { name: /Close/ }).click();
  await expect(phone.page.getByText('This conversation is closed.')).toBeVisible();
  await expect(phone.page.getByRole('link', { name: 'Ask for help again' })).toBeVisible();
});

test('the queue: a place that is kept live, a request that is taken by hand, and one that is cancelled', async ({
  phone,
  desk,
  browser,
  steward,
}) => {
  await desk.signIn('staff2@demo.test');
  await phone.join();
  await phone.ask('Where is the lost property office?');
  await expect(phone.page.getByText('You are next')).toBeInViewport();
  await expect(phone.page.getByText('Nobody is on duty right now. Your place is kept.')).toBeVisible();

  const other = await open(browser, steward.url, PHONE);
  const second = new Phone(other.page, other.context);
  await second.join();
  await second.ask('I cannot find my group');
  await expect(second.page.getByText('You are number 2 in the queue.')).toBeVisible();

  await desk.page
    .getByRole('button', { name: /^Take .*Medical/ })
    .first()
    .click();
  await expect(phone.page.getByText('Rosa Keller is here for you')).toBeVisible();
  await expect(second.page.getByText('You are next')).toBeVisible();

  await second.page.getByRole('button', { name: 'Cancel my request' }).click();
  await second.page.getByRole('button', { name: 'No, keep it' }).click();
  await expect(second.page.getByText('You are next')).toBeVisible();
  await second.page.getByRole('button', { name: 'Cancel my request' }).click();
  await second.page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(second.page.getByText('You cancelled this request.')).toBeVisible();
  await expect(desk.page.getByText('Nobody is waiting.')).toBeVisible();
  await other.close();
});

test('a guest who registers keeps the conversation, and finds it on another phone', async ({
  phone,
  browser,
  steward,
}) => {
  await phone.join();
  await phone.ask('I lost my bag');
  await phone.page.goto('/app/me/register');
  await phone.page.getByLabel('Name').fill('Jonas Weber');
  await phone.page.getByLabel('E-mail address').fill('jonas@example.org');
  await phone.page.getByRole('textbox', { name: 'Password' }).fill('a quiet harbour');
  await phone.page.getByRole('button', { name: 'Register' }).click();
  await expect(phone.page.getByText('Signed in as jonas@example.org')).toBeVisible();
  await phone.page.goto('/app/history');
  await expect(phone.page.getByRole('link', { name: /I lost my bag/ })).toBeVisible();

  const other = await open(browser, steward.url, PHONE);
  await other.page.goto('/app/me/sign-in');
  await other.page.getByLabel('E-mail address').fill('jonas@example.org');
  await other.page.getByRole('textbox', { name: 'Password' }).fill('a quiet harbour');
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByRole('link', { name: /I lost my bag|Medical/ }).click();
  await expect(other.page.getByRole('log')).toContainText('I lost my bag');
  await other.close();
});
