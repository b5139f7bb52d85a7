import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mapLink } from '../src/location/place';
import { FakeGeolocation } from './support/geolocation';
import { Phone, type Tab } from './support/phone';
import { control, leave, show, tap, type, words } from './support/screens';
import { until } from './support/until';
import { EVENT, STAFF, Venue } from './support/venue';

const ID = 'conversation-1';
const STOP = `/messenger/v1/conversations/${ID}/location`;
const PIER = [53.5413, 9.9665] as const;
let venue: Venue;
let phone: Phone;
let ground: FakeGeolocation;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
  ground = new FakeGeolocation();
  venue.instead = ({ method, path }) => (method === 'DELETE' && path === STOP ? { status: 204 } : undefined);
});
afterEach(leave);
afterEach(() => vi.useRealTimers());

const reads = (text: string) => until(() => expect(words()).toContain(text));
const gone = (text: string) => until(() => expect(words()).not.toContain(text));
const located = () => venue.told.filter((frame) => frame.type === 'locate');
const request = () => {
  const [first] = venue.requests.values();
  if (!first) throw new Error('There is no request.');
  return first.request;
};

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

async function again(): Promise<Tab> {
  const tab = await phone.open();
  show(tab, `/app/requests/${tab.app.requests.all[0]?.key}`);
  return tab;
}

/** Opens what can be done about where the phone is. */
async function add(): Promise<void> {
  await tap('Add a photo');
  await tap('My location');
}

async function share(): Promise<void> {
  await add();
  await tap('Keep sharing where I am');
}

test('a message says where it was written, also when it goes out later', async () => {
  await waiting();
  phone.lose();
  ground.move(...PIER, 14.4);
  await add();
  await tap('Send my location');
  await reads('Location added, within 14 metres');
  await type('Write a message', 'By the crane');
  await until(() => expect(control('Send').getAttribute('aria-disabled')).toBe('false'));
  await tap('Send');
  await reads('Show on the map within 14 metres');
  expect(words()).not.toContain('Location added');
  ground.move(53.6, 10);
  phone.find();
  await until(() => expect(venue.words(ID)).toEqual(['Hello', 'By the crane']));
  expect(venue.messages.get(ID)?.at(-1)?.location).toEqual({
    latitude: 53.5413,
    longitude: 9.9665,
    accuracy: 14,
  });
});

test('a place alone is enough, and outlives a killed app before it is sent', async () => {
  const tab = await waiting();
  ground.move(...PIER);
  await add();
  await tap('Send my location');
  await reads('Location added');
  phone.kill(tab);
  leave();
  await again();
  await reads('Location added');
  await tap('Send');
  await until(() => expect(venue.words(ID)).toEqual(['Hello', 'I am here.']));
  expect(venue.messages.get(ID)?.at(-1)?.location?.latitude).toBe(53.5413);
});

test('what is taken back to be changed keeps its place', async () => {
  await waiting();
  phone.lose();
  ground.move(...PIER);
  await add();
  await tap('Send my location');
  await reads('Location added');
  await tap('Send');
  await tap('Change');
  await reads('Location added');
});

test('an answer to a message stays one when a place is added to it', async () => {
  await waiting();
  venue.change(request(), { status: 'taken', member: STAFF });
  venue.say(ID, 'Where are you?');
  await tap('Answer: Where are you?');
  ground.move(...PIER);
  await add();
  await tap('Send my location');
  await reads('Location added');
  await tap('Send');
  await until(() => expect(venue.messages.get(ID)?.at(-1)).toMatchObject({ reply_to: 2 }));
  expect(venue.messages.get(ID)?.at(-1)?.location).toMatchObject({ latitude: 53.5413 });
});

test('who does not allow it is told what to do instead', async () => {
  await waiting();
  ground.denied = true;
  await add();
  await tap('Send my location');
  await reads('Allow it in the settings of your phone, or describe where you are.');
});

test('the map that the phone has is opened', () => {
  const place = { latitude: 53.5, longitude: 9.9 };
  expect(mapLink(place, 'Mozilla/5.0 (Linux; Android 15)')).toBe('geo:53.5,9.9?q=53.5,9.9');
  expect(mapLink(place, 'Mozilla/5.0 (X11; Linux x86_64)')).toMatch(/^https:\/\/www\.openstreetmap\.org\//);
});

test('shared live: every move is told, above every screen stands that it is, and one tap stops it', async () => {
  const tab = await waiting();
  ground.move(...PIER);
  await share();
  await reads('Your location is being shared');
  await until(() => expect(located()).toHaveLength(1));
  expect(located()[0]).toMatchObject({
    conversation: ID,
    latitude: 53.5413,
    longitude: 9.9665,
    accuracy: 10,
  });
  vi.setSystemTime(Date.now() + 6_000);
  ground.move(53.5423, 9.9665);
  await until(() => expect(located()).toHaveLength(2));

  show(tab, '/app/me');
  await reads('Your location is being shared');
  await tap('Stop');
  await gone('Your location is being shared');
  await until(() => expect(venue.countOf('DELETE', STOP)).toBe(1));
  expect(ground.watches.size).toBe(0);
  await until(() => expect(tab.app.liveLocation.sharing).toBeUndefined());
});

test('on a network that breaks sockets each place goes by a call', async () => {
  await waiting();
  phone.lose();
  phone.find('callsOnly');
  ground.move(...PIER);
  await share();
  await until(() => expect(venue.countOf('PUT', STOP)).toBe(1));
  expect(venue.calls.find(({ method, path }) => method === 'PUT' && path === STOP)?.body).toEqual({
    latitude: 53.5413,
    longitude: 9.9665,
    accuracy: 10,
  });
});

test('a killed app goes on sharing when it is opened again', async () => {
  const tab = await waiting();
  ground.move(...PIER);
  await share();
  await until(() => expect(located()).toHaveLength(1));
  phone.kill(tab);
  leave();
  await again();
  await reads('Your location is being shared');
  await until(() => expect(located().length).toBeGreaterThan(1));
});

test('without a network it stops here at once, and the server hears of it once there is one', async () => {
  await waiting();
  ground.move(...PIER);
  await share();
  await until(() => expect(located()).toHaveLength(1));
  phone.lose();
  await reads('as soon as there is a connection');
  await tap('Stop');
  await reads('Your location is no longer shared.');
  expect(ground.watches.size).toBe(0);
  phone.find();
  await until(() => expect(venue.countOf('DELETE', STOP)).toBe(1));
  await gone('no longer shared');
});

test('a phone that gives no place says so, and goes on as soon as it does', async () => {
  await waiting();
  ground.denied = true;
  await share();
  await reads('Steward may not see your location.');
  expect(located()).toEqual([]);
  ground.denied = false;
  ground.move(...PIER);
  await reads('Your location is being shared');
  await until(() => expect(located()).toHaveLength(1));
});

test('it ends with the conversation', async () => {
  await waiting();
  ground.move(...PIER);
  await share();
  await until(() => expect(located()).toHaveLength(1));
  venue.change(request(), { status: 'taken', member: STAFF });
  venue.change(request(), { status: 'closed', outcome: 'resolved' }, 'closed');
  await gone('Your location is being shared');
  expect(ground.watches.size).toBe(0);
  expect(venue.countOf('DELETE', STOP)).toBe(0);
});

test('a phone that rests is looked for now and then only, and followed when it moves again', async () => {
  const tab = await waiting();
  ground.move(...PIER);
  await share();
  await until(() => expect(located()).toHaveLength(1));
  leave();
  vi.useFakeTimers({ now: Date.now(), toFake: ['setInterval', 'clearInterval', 'Date'] });
  tab.app.liveLocation.wake();
  vi.advanceTimersByTime(5 * 60_000);
  expect(ground.watches.size).toBe(0);
  expect(ground.glances).toBeGreaterThan(0);
  expect(located().length).toBeLessThanOrEqual(7);
  ground.move(53.55, 9.97);
  vi.advanceTimersByTime(60_000);
  expect(ground.watches.size).toBe(1);
  expect(located().at(-1)).toMatchObject({ latitude: 53.55 });
});

test('what another device shares can be seen and stopped here', async () => {
  await waiting();
  const state = venue.states.get(ID);
  if (!state) throw new Error('There is no conversation.');
  const place = {
    person: 'person-1',
    latitude: 53.5,
    longitude: 9.9,
    accuracy: 5,
    at: '2026-05-01T20:00:00Z',
  };
  const located = { ...place, stopped_at: null };
  venue.tell({ type: 'conversation', conversation: ID, state: { ...state, version: 2, located } });
  await reads('Your location is being shared from another device');
  await tap('Stop');
  await until(() => expect(venue.countOf('DELETE', STOP)).toBe(1));
});
