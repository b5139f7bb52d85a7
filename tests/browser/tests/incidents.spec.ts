import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Desk } from '../support/desk';
import { DESKTOP, expect, expectAccessible, open, PHONE, test } from '../support/fixtures';
import { meet } from '../support/meeting';
import { call, Guest } from '../support/people';
import { Phone } from '../support/phone';

/** Makes an incident of the conversation that is open, as it is suggested. */
async function makeIncident(page: Page, title: RegExp): Promise<void> {
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What happened')).toHaveValue(title);
  await dialog.getByLabel('What happened').press('Enter');
}

test('from a conversation to an incident, whose people are answered together', async ({
  phone,
  desk,
  browser,
  steward,
}) => {
  // Two phones and two desks, one after the other.
  test.slow();
  await meet(phone, desk, 'The lights at Gate A are out');
  await desk.page.getByRole('link', { name: /The lights at Gate A/ }).click();
  await expect(desk.messages).toContainText('The lights at Gate A are out');
  await Promise.all([
    expect(desk.page.getByText(/^Made and linked/)).toBeVisible(),
    makeIncident(desk.page, /^Medical: The lights at Gate A are out$/),
  ]);
  const section = desk.page.getByRole('region', { name: 'Incidents' });
  await expect(section.getByRole('link', { name: /The lights at Gate A/ })).toBeVisible();
  await expect(section).toContainText('1 conversation');
  await expectAccessible(desk.page);

  // Somebody else tells of the same; whoever sees them wait links them, by keyboard.
  const second = await open(browser, steward.url, PHONE);
  const other = new Phone(second.page, second.context);
  await other.join();
  await other.ask('Everything is dark here');
  const colleague = await open(browser, steward.url, DESKTOP);
  const rosa = new Desk(colleague.page);
  await rosa.signIn('staff2@demo.test');
  await rosa.page.goto('/incidents');
  await rosa.page.getByRole('link', { name: /The lights at Gate A/ }).click();
  await expect(rosa.page.getByRole('list', { name: 'Who told us' })).toContainText('With Sam Okafor');
  await desk.page.getByRole('link', { name: /Everything is dark here/ }).click();
  await expect(desk.messages).toContainText('Everything is dark here');
  await desk.page.keyboard.press('l');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /The lights at Gate A/ }).check();
  await expectAccessible(desk.page);
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(section.getByRole('link', { name: /The lights at Gate A/ })).toBeVisible();
  await expect(section).toContainText('2 conversations');

  // Rosa takes part in neither, sees both without loading the page anew, and answers them.
  await expect(rosa.page.getByText('Everything is dark here')).toBeVisible();
  await rosa.page.getByRole('button', { name: 'Answer all' }).click();
  await expect(rosa.page.getByRole('heading', { name: 'One answer to 2 people' })).toBeVisible();
  await expectAccessible(rosa.page);
  await rosa.page.getByRole('dialog').getByLabel('Answer').fill('The light comes back at nine');
  await rosa.page.getByRole('button', { name: 'Send to 2 people' }).click();
  await expect(rosa.page.getByRole('dialog')).toBeHidden();
  await expect(phone.message('The light comes back at nine')).toBeVisible();
  await expect(other.page.getByText('The light comes back at nine')).toBeVisible();
  // Whoever helps sees that a colleague said it, and not the person.
  await desk.page
    .getByRole('link', { name: /^Guest.*light comes back/ })
    .first()
    .click();
  await expect(desk.messages).toContainText('Rosa Keller');
  await expect(desk.messages).toContainText('The light comes back at nine');
  await second.close();
  await colleague.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an incident is worked on, commented and closed, ${colorScheme}`, async ({ browser, steward }) => {
    const guest = await Guest.come(steward.url, 'Mara');
    await guest.ask({ category: 'security', text: 'Two men fight', share: { name: true } });
    const { page, close } = await open(browser, steward.url, { ...DESKTOP, colorScheme });
    const desk = new Desk(page);
    await desk.signIn('manager@demo.test');
    await page.goto('/incidents');
    await expect(page.getByText('No open incident')).toBeVisible();
    await expectAccessible(page);
    await page.goto('/desk');
    await page.getByRole('link', { name: /Two men fight/ }).click();
    await expect(page.getByRole('region', { name: 'Incidents' })).toBeVisible();
    await Promise.all([
      page.getByRole('button', { name: 'Open it' }).click(),
      makeIncident(page, /^Security: Two men fight$/),
    ]);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Two men fight');
    await expectAccessible(page);

    await page.getByRole('combobox', { name: 'Owner' }).click();
    await page.getByRole('option', { name: 'Rosa Keller' }).click();
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'In progress' }).click();
    await expect(page.locator('header').getByText('In progress')).toBeVisible();
    await page.getByLabel('Comment for your colleagues').fill('Security is with them');
    await page.getByRole('button', { name: 'Add the comment' }).click();
    await expect(page.getByRole('list', { name: 'Comments' })).toContainText('Maya Lindqvist');

    // A colleague is faster: what it is now is shown, what was typed stays, and is kept when sent again.
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Place').fill('Main Stage, left');
    const token = await tokenOf(steward.url, 'staff2@demo.test');
    const path = `/core/v1/incidents/${page.url().split('/').at(-1)}`;
    const { body } = await call(steward.url, 'GET', path, { token });
    await call(steward.url, 'PATCH', path, { token, body: { version: body.version, severity: 'major' } });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/A colleague has just changed this incident/)).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Severity' })).toHaveText('Major');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('definition').filter({ hasText: 'Main Stage, left' })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Resolved' }).click();
    await expect(page.getByText('First closed')).toBeVisible();
    await page.getByRole('link', { name: 'Incidents' }).last().click();
    await expect(page.getByText('No open incident')).toBeVisible();
    await page.goto('/incidents?status=resolved');
    await expect(page.getByRole('link', { name: /Two men fight/ })).toBeVisible();
    await expectAccessible(page);
    await close();
  });
}

/** The access token of a member. */
async function tokenOf(url: string, email: string): Promise<string> {
  const given = { body: { email, password: 'steward-demo', device: randomUUID() } };
  const { cookie } = await call(url, 'POST', '/auth/v1/sessions', given);
  const { body } = await call(url, 'POST', '/auth/v1/sessions/token', { cookie });
  return body.access_token;
}
