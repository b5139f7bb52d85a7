import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAsked } from '../src/satisfaction/model';
import { Phone, type Tab } from './support/phone';
import { control, leave, show, tap, type, words } from './support/screens';
import { until } from './support/until';
import { EVENT, problem, STAFF, Venue } from './support/venue';

const PATH = '/messenger/v1/help-requests/request-1/satisfaction';
let venue: Venue;
let phone: Phone;
/** What the server heard, newest last. */
let heard: Record<string, unknown>[];

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
  heard = [];
  venue.instead = ({ method, path, body }) => {
    if (method !== 'PUT' || path !== PATH) return undefined;
    heard.push({ ...body });
    return { status: 204 };
  };
});
afterEach(leave);

const reads = (text: string) => until(() => expect(words()).toContain(text));

/** Somebody whose help has just ended, and who looks at it. */
async function helped(): Promise<Tab> {
  const tab = await phone.open();
  await tab.app.events.join(EVENT as never);
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'medical', text: 'Hello' });
  await until(() => expect(tab.app.link.state.phase).toBe('live'));
  const first = await until(() => {
    const [asked] = venue.requests.values();
    if (!asked) throw new Error('There is no request.');
    return asked;
  });
  venue.change(first.request, { status: 'taken', member: STAFF });
  const closed_at = new Date().toISOString();
  venue.change(first.request, { status: 'closed', outcome: 'resolved', closed_at }, 'closed');
  show(tab, `/app/requests/${key}`);
  await reads('How was the help?');
  return tab;
}

test('one tap says how the help was, and a word may follow', async () => {
  await helped();
  expect(control('Ask for help again')).toBeTruthy();
  await tap('So-so');
  await reads('The team sees this.');
  expect(heard).toEqual([{ rating: 'fair' }]);
  expect(control('So-so').getAttribute('aria-pressed')).toBe('true');
  await type('Do you want to add something?', ' It took long ');
  await tap('Add');
  await until(() => expect(heard.at(-1)).toEqual({ rating: 'fair', comment: 'It took long' }));
  await tap('Good');
  await until(() => expect(heard.at(-1)).toEqual({ rating: 'good', comment: 'It took long' }));
});

test('without a network it waits on the phone, and goes out once', async () => {
  const first = await helped();
  phone.lose();
  await tap('Good');
  await reads('It is sent as soon as there is a connection.');
  phone.kill(first);
  leave();

  const second = await phone.open();
  show(second, `/app/requests/${second.app.requests.all[0]?.key}`);
  await reads('It is sent as soon as there is a connection.');
  phone.find();
  await reads('The team sees this.');
  expect(heard).toEqual([{ rating: 'good' }]);
});

test('what is said while the server is being told is told, too', async () => {
  await helped();
  phone.latencyMs = 50;
  await tap('Good');
  await until(() => expect(heard).toHaveLength(1));
  await tap('Bad');
  await until(() => expect(heard.at(-1)).toEqual({ rating: 'poor' }));
  await reads('The team sees this.');
  expect(control('Bad').getAttribute('aria-pressed')).toBe('true');
});

test('a server that does not want to know is not asked for ever', async () => {
  const tab = await helped();
  venue.instead = ({ path }) => (path === PATH ? problem(409, 'too_late') : undefined);
  await tap('Good');
  await until(() => expect(venue.countOf('PUT', PATH)).toBe(1));
  await until(() => expect(tab.app.requests.all[0]?.satisfaction).toBeUndefined());
  await until(() => expect(words()).not.toContain('Thank you'));
});

test('whoever does not want to say is not asked again', async () => {
  const tab = await helped();
  await tap('Do not answer');
  await until(() => expect(words()).not.toContain('How was the help?'));
  phone.kill(tab);
  leave();
  const again = await phone.open();
  show(again, `/app/requests/${again.app.requests.all[0]?.key}`);
  await reads('This conversation is closed.');
  expect(words()).not.toContain('How was the help?');
});

test('nobody is asked who got no help, or long after', () => {
  const DAY = 24 * 3_600_000;
  const now = Date.parse('2026-05-10T12:00:00Z');
  const at = (ago: number) => new Date(now - ago).toISOString();
  const closed = (over: object, ago = DAY) => ({
    ...{ key: 'k', event: 'e', writtenAt: at(20 * DAY), state: 'sent' as const },
    request: { id: 'r', status: 'closed' as const, closed_at: at(ago), ...over },
  });
  expect(isAsked(closed({}), now)).toBe(true);
  expect(isAsked(closed({}, 8 * DAY), now)).toBe(false);
  expect(isAsked(closed({ status: 'expired' }), now)).toBe(false);
  expect(isAsked(closed({ outcome: 'organization_blocked' }), now)).toBe(false);
  const rated = (ago: number) => ({ satisfaction: { rating: 'good' as const, rated_at: at(ago) } });
  expect(isAsked(closed(rated(DAY / 2), DAY), now)).toBe(true);
  expect(isAsked(closed(rated(2 * DAY), 3 * DAY), now)).toBe(false);
  // It was opened again and ended again.
  expect(isAsked(closed(rated(2 * DAY), DAY / 2), now)).toBe(true);
});
