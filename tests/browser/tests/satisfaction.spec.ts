import { expect, expectAccessible, test } from '../support/fixtures';
import { meet } from '../support/meeting';

test('after the end one tap says how it was; without a network it waits, and the desk sees it once', async ({
  phone,
  desk,
}) => {
  await meet(phone, desk, 'Where is the medical tent?');
  await desk.page
    .getByRole('link', { name: /^Guest|Where is/ })
    .first()
    .click();
  await desk.page.getByRole('button', { name: 'Close conversation' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Resolved/ }).check();
  await dialog.getByRole('button', { name: /Close/ }).click();

  await expect(phone.page.getByText('How was the help?')).toBeInViewport();
  await expect(phone.page.getByRole('link', { name: 'Ask for help again' })).toBeInViewport();
  await expectAccessible(phone.page);
  await phone.installed();
  await phone.context.setOffline(true);
  await phone.page.getByRole('button', { name: 'So-so' }).click();
  await expect(phone.page.getByText('It is sent as soon as there is a connection.')).toBeVisible();
  await phone.page.reload();
  await expect(phone.page.getByRole('button', { name: 'So-so' })).toHaveAttribute('aria-pressed', 'true');
  await phone.context.setOffline(false);
  await expect(phone.page.getByText('Thank you. The team sees this.')).toBeVisible();

  await phone.page.getByLabel('Do you want to add something?').fill('It took a while');
  await phone.page.getByRole('button', { name: 'Add', exact: true }).click();
  await desk.page.getByText('Closed', { exact: true }).first().click();
  await desk.page
    .getByRole('link', { name: /^Guest|Where is/ })
    .first()
    .click();
  await expect(desk.page.getByText('Found the help so-so')).toBeVisible();
  await expect(desk.page.getByText('It took a while')).toBeVisible();
  await expectAccessible(desk.page);
});
