import { expect, test, vi } from 'vitest';
import { Phone } from './support/phone';
import { EVENT, Venue } from './support/venue';

test('nobody closes the page by accident while it holds the only copy of something', async () => {
  const phone = new Phone(new Venue());
  const tab = await phone.open();
  phone.lose();
  const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'other', text: 'Hello' });
  expect(isAsked()).toBe(false);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await tab.app.drafts.keep('anything', 'new');
  expect(isAsked()).toBe(true);
  await tab.app.requests.cancel(key);
  expect(isAsked()).toBe(false);
});
