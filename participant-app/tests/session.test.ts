import { beforeEach, expect, test } from 'vitest';
import { phaseOf } from '../src/help-requests/model';
import { Phone, type Tab } from './support/phone';
import { until } from './support/until';
import { EVENT, problem, Venue } from './support/venue';

const help = (text: string) => ({ event: EVENT.id, category: 'other' as const, text });
let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
});

async function asked(): Promise<Tab> {
  const tab = await phone.open();
  await tab.app.requests.ask(help('Hello'));
  await until(() => {
    expect(tab.app.link.state.phase).toBe('live');
    expect(tab.app.requests.all.map(phaseOf)).toEqual(['waiting']);
  });
  return tab;
}

test('a token that is refused is renewed once, also for two calls at the same time', async () => {
  const tab = await asked();
  const token = await tab.app.session.bearer();
  venue.revoked.add(token ?? '');
  await Promise.all([tab.app.requests.refresh(), tab.app.requests.refresh()]);
  expect(venue.countOf('POST', '/auth/v1/tokens')).toBe(1);
  expect(await tab.app.session.bearer()).not.toBe(token);
});

test('two tabs share one renewal: a refresh token is good for one use', async () => {
  const tab = await asked();
  const other = await phone.open();
  const token = (await tab.app.session.bearer()) ?? '';
  venue.revoked.add(token);
  await Promise.all([tab.app.requests.refresh(), other.app.requests.refresh()]);
  expect(venue.countOf('POST', '/auth/v1/tokens')).toBe(1);
  expect([tab.app.session.ended, other.app.session.ended]).toEqual([false, false]);
});

test('a guest whose session ended reads on, and may ask again as somebody new', async () => {
  const tab = await asked();
  venue.revoked.add((await tab.app.session.bearer()) ?? '');
  venue.sessionsEnded = true;
  await tab.app.requests.refresh().catch(() => undefined);
  expect(tab.app.session.ended).toBe(true);
  await until(() => expect(tab.app.requests.openAt(EVENT.id)).toBeUndefined());
  const [first] = tab.app.requests.all;
  expect(first && tab.app.conversations.thread(first).map(({ text }) => text)).toEqual(['Hello']);

  await tab.app.requests.ask(help('Again'));
  await until(() => expect(tab.app.requests.all.map(phaseOf).sort()).toEqual(['expired', 'waiting']));
  expect(venue.people).toBe(2);
});

test('deleting everything leaves nothing on the phone', async () => {
  const tab = await asked();
  await tab.app.events.join(EVENT as never, 'gate a');
  expect(tab.app.events.get(EVENT.id)?.zone).toBe('zone-1');
  await tab.app.drafts.keep('message x', 'half a sentence');
  await tab.app.session.note({ name: 'Jo' });
  await until(() => {
    expect(tab.app.conversations.copy(tab.app.requests.all[0])?.messages).toHaveLength(1);
  });
  await tab.app.session.signOut();
  phone.kill(tab);
  phone.lose();
  const { app } = await phone.open();
  expect([app.events.all, app.requests.all, app.replica.copies()]).toEqual([[], [], []]);
  expect(await app.drafts.load('message x')).toBeUndefined();
  expect([app.session.participant, app.session.profile]).toEqual([undefined, {}]);
});

test('a name that was typed before anybody was a guest is told with the first request', async () => {
  const tab = await phone.open();
  await tab.app.session.note({ name: 'Jo' });
  await tab.app.requests.ask(help('Hello'));
  await until(() => expect(venue.requests.size).toBe(1));
  const order = venue.calls.map(({ method, path }) => `${method} ${path}`);
  expect(order.indexOf('PATCH /auth/v1/me')).toBeLessThan(order.indexOf('POST /messenger/v1/help-requests'));
  expect(venue.calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ name: 'Jo' });
});

test.each([
  ['a name that is refused does not stop a call for help', problem(422, 'invalid'), 1],
  ['a name that could not be told yet goes before the call for help', problem(503, 'unavailable'), 2],
])('%s', async (_, answer, told) => {
  const tab = await phone.open();
  await tab.app.session.note({ name: 'Jo' });
  venue.instead = ({ method }) =>
    method === 'PATCH' && venue.countOf('PATCH', '/auth/v1/me') === 1 ? answer : undefined;
  await tab.app.requests.ask(help('Hello'));
  await until(() => expect(venue.requests.size).toBe(1));
  expect(venue.countOf('PATCH', '/auth/v1/me')).toBe(told);
});

test('a guest who deletes everything is not looked for', async () => {
  const tab = await asked();
  await tab.app.requests.withdraw();
  expect([...venue.requests.values()].map(({ request }) => request.status)).toEqual(['cancelled']);
});

test('what is said about oneself in one tab never takes back a token that another tab renewed', async () => {
  const tab = await asked();
  const other = await phone.open();
  venue.revoked.add((await tab.app.session.bearer()) ?? '');
  await Promise.all([tab.app.requests.refresh(), other.app.session.note({ name: 'Jo' })]);
  phone.kill(tab);
  phone.kill(other);
  const again = await phone.open();
  expect(again.app.session.profile.name).toBe('Jo');
  await again.app.requests.refresh();
  expect(again.app.session.ended).toBe(false);
  expect(venue.countOf('POST', '/auth/v1/tokens')).toBe(1);
});

test.each([
  ['with', true],
  ['without', false],
])('a guest is made once although two calls ask at once, %s Web Locks', async (_, hasLocks) => {
  phone = new Phone(venue, hasLocks);
  phone.latencyMs = 50;
  const { app } = await phone.open();
  await Promise.all([app.session.ensure(), app.session.ensure()]);
  expect(venue.countOf('POST', '/auth/v1/guests')).toBe(1);
  expect(app.session.participant?.id).toBe('person-1');
});

test('a name that is said while tokens are renewed is not lost, also without Web Locks', async () => {
  phone = new Phone(venue, false);
  const tab = await asked();
  venue.revoked.add((await tab.app.session.bearer()) ?? '');
  await Promise.all([tab.app.requests.refresh(), tab.app.session.note({ name: 'Jo' })]);
  phone.kill(tab);
  const again = await phone.open();
  expect(again.app.session.profile.name).toBe('Jo');
  await again.app.requests.refresh();
  expect(again.app.session.ended).toBe(false);
});

test('who signs out while tokens are renewed stays signed out', async () => {
  const tab = await asked();
  const { session } = tab.app;
  const token = (await session.bearer()) ?? '';
  phone.latencyMs = 20;
  const leaving = session.signOut();
  await until(() => expect(venue.countOf('DELETE', '/auth/v1/participants/sessions/current')).toBe(1));
  // Another call is refused meanwhile, and the answer to its renewal comes when everything is cleared up.
  phone.latencyMs = 300;
  venue.sessionsEnded = true;
  session.refused(token);
  const late = session.bearer();
  await leaving;
  expect(await late).toBeUndefined();
  expect([session.participant, session.ended]).toEqual([undefined, false]);
  phone.kill(tab);
  const again = await phone.open();
  expect(again.app.session.participant).toBeUndefined();
});

/** Lets the person leave while a call is on its way; nothing of them stays, and nobody new appears. */
async function leaveDuring(method: string, path: string, tab: Tab): Promise<void> {
  await until(() => expect(venue.countOf(method, path)).toBeGreaterThan(0));
  phone.latencyMs = 0;
  await tab.app.session.signOut();
  // Answered later than what was asked before.
  phone.latencyMs = 400;
  await tab.app.events.byCode('ABCDEF').catch(() => undefined);
  const left = ({ app }: Tab) => [app.requests.all, app.replica.copies(), app.outbox.pending];
  expect(left(tab)).toEqual([[], [], false]);
  phone.kill(tab);
  expect(left(await phone.open())).toEqual([[], [], false]);
  expect(venue.people).toBe(1);
}

test.each([
  ['a call for help', undefined],
  ['one that is refused', problem(422, 'invalid')],
])('nothing is kept of %s that is answered after its person left', async (_, answer) => {
  venue.instead = ({ path }) => (path === '/messenger/v1/help-requests' ? answer : undefined);
  const tab = await phone.open();
  phone.latencyMs = 200;
  await tab.app.requests.ask(help('Hello'));
  await leaveDuring('POST', '/messenger/v1/help-requests', tab);
});

test('what was to be told before a call for help makes nobody new when its person left', async () => {
  const tab = await phone.open();
  await tab.app.session.note({ name: 'Jo' });
  phone.latencyMs = 200;
  await tab.app.requests.ask(help('Hello'));
  await leaveDuring('PATCH', '/auth/v1/me', tab);
});

test('what is read to catch up after its person left is not kept', async () => {
  const tab = await asked();
  await until(() => expect(tab.app.replica.copies()).toHaveLength(1));
  const { replay } = venue;
  venue.replay = () => [];
  phone.lose();
  phone.latencyMs = 200;
  const path = `/messenger/v1/conversations/${tab.app.replica.copies()[0]?.id}`;
  const before = venue.countOf('GET', path);
  phone.find();
  await until(() => expect(venue.countOf('GET', path)).toBeGreaterThan(before));
  await leaveDuring('GET', path, tab);
  venue.replay = replay;
});
