import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Phone, type Tab } from './support/phone';
import { control, field, leave, show, tap, type, words } from './support/screens';
import { until } from './support/until';
import { EVENT, problem, STAFF, Venue } from './support/venue';

const ID = 'conversation-1';
let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
  localStorage.clear();
});
afterEach(leave);
afterEach(() => vi.useRealTimers());

const reads = (text: string) => until(() => expect(words()).toContain(text));
const request = () => {
  const [first] = venue.requests.values();
  if (!first) throw new Error('There is no request.');
  return first.request;
};

/** Types words and sends them as soon as the field has taken them. */
async function say(text: string): Promise<void> {
  await type('Write a message', text);
  await until(() => expect(control('Send').getAttribute('aria-disabled')).toBe('false'));
  await tap('Send');
  await reads(text);
}

/** Somebody who asked for help and looks at their request. */
async function waiting(): Promise<Tab> {
  const tab = await phone.open();
  await tab.app.events.join(EVENT as never);
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'medical', text: 'Hello' });
  await until(() => expect(tab.app.link.state.phase).toBe('live'));
  show(tab, `/app/requests/${key}`);
  await reads('You are next');
  return tab;
}

test('what has not left the phone can be changed, or not be said', async () => {
  await waiting();
  phone.lose();
  for (const text of ['By the peer', 'Never mind']) await say(text);
  await until(() => expect(document.querySelectorAll('.acts')).toHaveLength(2));
  document.querySelectorAll<HTMLButtonElement>('.acts button')[3]?.click();
  await until(() => expect(words()).not.toContain('Never mind'));
  await tap('Change');
  await until(() => expect(field('Write a message').value).toBe('By the peer'));
  await say('By the pier');
  phone.find();
  await until(() => expect(venue.words(ID)).toEqual(['Hello', 'By the pier']));
  await until(() => expect(document.querySelector('.acts')).toBeNull());
});

test('words that were being written stay when others are taken back to them', async () => {
  await waiting();
  phone.lose();
  await say('First');
  await type('Write a message', 'Second');
  await tap('Change');
  await until(() => expect(field('Write a message').value).toBe('Second\nFirst'));
});

test('an answer shows what it answers, and leads there', async () => {
  await waiting();
  venue.change(request(), { status: 'taken', member: STAFF });
  venue.say(ID, 'Where are you?');
  await tap('Answer: Where are you?');
  await until(() => expect(control('Do not answer this message')).toBeTruthy());
  await say('At the pier');
  await until(() => expect(venue.messages.get(ID)?.at(-1)).toMatchObject({ reply_to: 2 }));
  const quote = await until(() => control('Answers SamWhere are you?'));
  quote.click();
  expect(document.activeElement?.textContent).toContain('Where are you?');
  expect(words()).not.toContain('Do not answer');
});

test('after a long wait one is asked whether help is still needed', async () => {
  const tab = await waiting();
  const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
  vi.useFakeTimers({ toFake: ['Date'] });
  later(11);
  show(tab, location.pathname);
  await tap('Yes, I still do');
  await until(() => expect(words()).not.toContain('Do you still need help?'));
  expect(request().status).toBe('waiting');
  later(9);
  show(tab, location.pathname);
  await reads('You are next');
  later(2);
  show(tab, location.pathname);
  await tap('No, cancel it');
  await until(() => expect(request().status).toBe('cancelled'));
});

test('while somebody waits they read what they can do meanwhile', async () => {
  await waiting();
  await reads('If they do not answer but breathe, turn them on their side.');
  venue.change(request(), { status: 'taken', member: STAFF });
  await until(() => expect(words()).not.toContain('turn them on their side'));
});

test('that nobody is on duty is said at once, with the number to call', async () => {
  await waiting();
  const place = { request: 'request-1', conversation: ID, event: EVENT.id, place: 1 };
  await until(() => {
    // The phone may still be connecting.
    venue.tell({ type: 'place', ...place, estimated_seconds: null });
    expect(words()).toContain('Nobody is on duty right now. Your place is kept.');
  });
  expect(control('Life in danger? Call 112').getAttribute('href')).toBe('tel:112');
});

test('that the event is over, or its help desk closed, is said with the number to call', async () => {
  const tab = await phone.open();
  await tab.app.events.join({ ...EVENT, ends_at: '2026-05-02T10:00:00Z', emergency_number: '999' } as never);
  phone.lose();
  show(tab, `/app/events/${EVENT.id}`);
  await reads('This event is over. Perhaps nobody answers here');
  phone.find();
  venue.instead = ({ method, path }) =>
    method === 'POST' && path === '/messenger/v1/help-requests' ? problem(409, 'event_closed') : undefined;
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'other', text: 'Hello' });
  show(tab, `/app/requests/${key}`);
  await reads('The help desk of this event is closed.');
  expect(control('Life in danger?').getAttribute('href')).toMatch(/^tel:/);
});

test('for somebody else, and without being noticed: staff know, the screen is discreet, a tap answers', async () => {
  const tab = await phone.open();
  await tab.app.events.join(EVENT as never);
  show(tab, `/app/events/${EVENT.id}/help/category`);
  await tap('Security');
  await until(() => expect(location.pathname).toMatch(/help\/1$/));
  show(tab, `/app/events/${EVENT.id}/help/words`);
  (await until(() => field('I ask for somebody else'))).click();
  await until(() => expect(field('I ask for somebody else').checked).toBe(true));
  field('I must not be noticed: keep my screen dark and ask me yes-or-no questions').click();
  await until(() => expect(document.documentElement.dataset).toMatchObject({ silent: 'on', theme: 'dark' }));
  await tap('Ask for help');
  await until(() => expect(request().triage).toEqual({ for_someone_else: 'yes', silent: 'yes' }));
  await tap('Yes');
  await until(() => expect(venue.words(ID).at(-1)).toBe('Yes'));
  expect(document.title).toBe('Notes');
  show(tab, '/app/me');
  (await until(() => field('Keep the screen discreet'))).click();
  await until(() => expect({ ...document.documentElement.dataset }).toEqual({}));
});
