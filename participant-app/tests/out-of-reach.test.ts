import { expect, test, vi } from 'vitest';
import { Phone } from './support/phone';
import { until } from './support/until';
import { EVENT, Venue } from './support/venue';

vi.mock('../src/live-location/watch', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

test('the app starts, and shows that a place is shared, although the code of sharing is out of reach', async () => {
  const geolocation = { watchPosition: () => 1, clearWatch: () => undefined };
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
  const phone = new Phone(new Venue());
  const tab = await phone.open();
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'other', text: 'Hello' });
  await until(() => expect(tab.app.requests.get(key)?.state).toBe('sent'));
  await tab.app.liveLocation.share(key);
  phone.kill(tab);
  const { app } = await phone.open();
  expect(app.requests.get(key)?.state).toBe('sent');
  expect(app.liveLocation.sharing).toMatchObject({ request: key, found: false, missing: 'unknown' });
});
