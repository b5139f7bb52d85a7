import { expect, test } from '../support/fixtures';
import { call, PASSWORD } from '../support/people';

const HOUR = 3_600_000;
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** What the page's clock is off by, in milliseconds; it may change while the page is open. */
declare global {
  var clockIsOff: number;
}

for (const [name, off] of [
  ['an hour behind', -HOUR],
  ['two days ahead', 48 * HOUR],
] as const) {
  test(`a phone whose clock is ${name} asks, talks and stays signed in`, async ({ phone, desk, steward }) => {
    await phone.context.addInitScript((milliseconds) => {
      const Real = Date;
      globalThis.clockIsOff = milliseconds;
      const now = () => Real.now() + globalThis.clockIsOff;
      globalThis.Date = new Proxy(Real, {
        construct: (target, given) => Reflect.construct(target, given.length ? given : [now()]),
        get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
      });
    }, off);
    await desk.signIn('staff1@demo.test');
    await desk.available();
    await phone.join();
    await phone.ask('Lost my way');
    await expect(phone.page.getByText('Sam Okafor is here for you')).toBeVisible();
    expect(await phone.page.evaluate(() => Date.now())).not.toBeCloseTo(Date.now(), -6);
    await desk.page
      .getByRole('link', { name: /Guest|Lost/ })
      .first()
      .click();

    // In turn, over a break of the network, and while the clock is set right and wrong again: order is the store's.
    await phone.write('one');
    await expect(desk.messages).toContainText('one');
    await desk.write('two');
    await expect(phone.message('two')).toBeVisible();
    await phone.context.setOffline(true);
    await phone.write('three');
    await phone.page.evaluate(() => {
      globalThis.clockIsOff = 0;
    });
    await phone.write('four');
    await phone.context.setOffline(false);
    await expect(desk.messages).toContainText('four');
    await phone.page.evaluate((milliseconds) => {
      globalThis.clockIsOff = milliseconds;
    }, off);
    await desk.write('five');
    await expect(phone.message('five')).toBeVisible();
    await phone.page.reload();
    await phone.write('six');
    await expect(phone.message('six')).toContainText(/Sent|Delivered|Read/);
    for (const [place, word] of ['way', ...WORDS].entries()) {
      await expect(phone.messages.nth(place)).toContainText(word);
    }

    const signedIn = await call(steward.url, 'POST', '/auth/v1/sessions', {
      body: { email: 'staff1@demo.test', password: PASSWORD },
    });
    const { body } = await call(steward.url, 'POST', '/auth/v1/sessions/token', { cookie: signedIn.cookie });
    const token = body.access_token;
    const open = await call(steward.url, 'GET', '/messenger/v1/conversations?status=open', { token });
    const path = `/messenger/v1/conversations/${open.body.items[0].id}/messages`;
    const stored: { at: string; body: { text: string } }[] = (await call(steward.url, 'GET', path, { token }))
      .body.items;
    const written = stored.slice(-WORDS.length);
    expect(written.map((message) => message.body.text)).toEqual(WORDS);
    for (const { at } of written) expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(HOUR / 10);
  });
}
