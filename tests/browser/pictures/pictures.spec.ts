import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { Desk } from '../support/desk';
import { DESKTOP, expect, open, PHONE, test } from '../support/fixtures';
import { Guest } from '../support/people';
import { Phone } from '../support/phone';

/** Where the README looks for them. */
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

const picture = (page: Page, name: string) =>
  page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });

/** People who wait while the pictures are taken, the most urgent first. */
const WAITING = [
  {
    name: 'Amara',
    ask: {
      category: 'lost_person',
      text: 'My son Milo, 6, yellow jacket, went missing at the Food Quay',
      triage: { child: 'yes' },
    },
  },
  {
    name: 'Pavel',
    ask: { category: 'security', text: 'Two people are fighting near Gate B', triage: { injured: 'yes' } },
  },
  {
    name: 'Lena',
    ask: { category: 'accessibility', text: 'The lift at Gate A does not work, I use a wheelchair' },
  },
  {
    name: 'Yusuf',
    ask: { category: 'lost_property', text: 'I lost my keys, a red lanyard with three of them' },
  },
];

test('the pictures of the README', async ({ browser, steward }) => {
  const phone = await takePhonePictures();
  const desk = await open(browser, steward.url, {
    ...DESKTOP,
    viewport: { width: 1360, height: 850 },
    deviceScaleFactor: 1.5,
  });
  const staff = new Desk(desk.page);
  await staff.signIn('staff1@demo.test');
  await desk.page.getByRole('button', { name: /^Take Jonas/ }).click();
  await staff.write(
    'Hello Jonas, I am Sam. Press a clean cloth on it and keep the hand up. Are you by the stage?',
  );
  await expect(phone.message('I am Sam')).toBeVisible();
  await phone.write('Yes, left of the stage, by the blue tent');
  await expect(staff.messages).toContainText('by the blue tent');
  await staff.write('The first aid team is on its way, two minutes.');
  await expect(phone.message('two minutes')).toBeVisible();
  for (const { name, ask } of WAITING) {
    const guest = await Guest.come(steward.url, name);
    await guest.ask({ ...ask, share: { name: true } });
  }
  await expect(desk.page.getByRole('button', { name: /^Take Yusuf/ })).toBeVisible();
  await expect(staff.messages.getByText('Read').last()).toBeVisible();
  await desk.page
    .getByRole('button', { name: /dismiss|close the message|^Close$/i })
    .first()
    .click();
  await desk.page.mouse.move(700, 300);
  await picture(phone.page, 'phone-conversation');
  await picture(desk.page, 'desk-light');
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await picture(desk.page, 'desk-dark');
  await desk.page.emulateMedia({ colorScheme: 'light' });
  await desk.page.goto('/events');
  await desk.page.getByRole('link', { name: 'Harbour Lights Festival' }).click();
  await expect(desk.page.getByText('FEST26').first()).toBeVisible();
  await picture(desk.page, 'event');
  await desk.close();

  async function takePhonePictures(): Promise<Phone> {
    const { page, context } = await open(browser, steward.url, { ...PHONE, deviceScaleFactor: 2 });
    const participant = new Phone(page, context);
    await participant.join();
    await picture(page, 'phone-event');
    await page.getByRole('link', { name: /HELP/ }).click();
    await expect(page.getByRole('button', { name: /^Medical/ })).toBeVisible();
    await picture(page, 'phone-ask');
    await page.getByRole('button', { name: 'Back' }).click();
    await participant.answerQuestions();
    await page.getByLabel('In your own words').fill('I cut my hand on broken glass');
    await page.getByRole('button', { name: 'Send my location' }).click();
    await expect(page.getByText(/Location added/)).toBeVisible();
    await page.getByLabel('name', { exact: true }).check();
    await page.getByLabel('Your name').fill('Jonas');
    await page.getByRole('button', { name: 'Ask for help' }).click();
    await expect(page.getByText('You are next')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).focus();
    await picture(page, 'phone-queue');
    return participant;
  }
});
