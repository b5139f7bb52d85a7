import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../src/router/router';
import { installOffer } from '../src/service-worker/offer';
import { Phone } from './support/phone';
import { control, field, leave, show, tap, type, words } from './support/screens';
import { until } from './support/until';
import { EVENT, problem, STAFF, Venue } from './support/venue';

let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
});
afterEach(leave);

const reads = (text: string) => until(() => expect(words()).toContain(text));
const firstRequest = () => {
  const request = [...venue.requests.values()][0]?.request;
  if (!request) throw new Error('There is no request.');
  return request;
};

async function asked(text = 'My friend fell') {
  const tab = await phone.open();
  show(tab, '/app/join/FEST26?zone=block%2012');
  await tap('HELP');
  await tap('Medical');
  for (const answer of ['No', 'Yes', 'Not sure']) {
    const before = await until(() => {
      control(answer);
      return document.querySelector('h1')?.textContent;
    });
    await tap(answer);
    await until(() => expect(document.querySelector('h1')?.textContent).not.toBe(before));
  }
  await type('In your own words', text);
  await tap('Ask for help');
  return tab;
}

test('from a poster to the end of the conversation', async () => {
  const tab = await asked();
  await reads('You are next');
  expect(firstRequest()).toMatchObject({
    category: 'medical',
    triage: { unconscious: 'no', bleeding: 'yes', breathing_trouble: 'unknown' },
    text: 'My friend fell',
    zone: 'zone-2',
  });
  await until(() => expect(tab.app.link.state.phase).toBe('live'));
  venue.change(firstRequest(), { status: 'taken', member: STAFF });
  await reads('Sam is here for you');
  venue.say('conversation-1', 'Where are you?');
  await reads('Where are you?');
  await type('Write a message', 'By the pier');
  await tap('Send');
  await until(() => expect(venue.words('conversation-1').at(-1)).toBe('By the pier'));
  await reads('Sent');
  venue.change(firstRequest(), { status: 'closed', outcome: 'resolved' }, 'closed');
  await reads('This conversation is closed.Your problem was solved.');
  await tap('Ask for help again');
  await reads('What kind of help do you need?');
});

test('a life in danger brings the number to call, which is on every screen', async () => {
  const tab = await asked();
  for (const path of [
    'join',
    'browse',
    `events/${EVENT.id}`,
    'history',
    'me',
    'me/register',
    'me/sign-in',
    'nowhere',
  ]) {
    show(tab, `/app/${path}`);
    await until(() => expect(document.querySelector('a[href="tel:112"]'), path).not.toBeNull());
  }
  expect(tab.app.requests.all[0]?.body?.triage).toMatchObject({ bleeding: 'yes' });
});

test('words that were begun are there again after the app was killed', async () => {
  const first = await phone.open();
  show(first, '/app/join/FEST26');
  await tap('HELP');
  await tap('Security');
  await until(() => control('Not sure'));
  show(first, `/app/events/${EVENT.id}/help/words`);
  await type('In your own words', 'A man with a');
  await until(async () =>
    expect(await first.app.drafts.load(`help ${EVENT.id}`)).toMatchObject({ text: 'A man with a' }),
  );
  phone.kill(first);

  show(await phone.open(), `/app/events/${EVENT.id}/help/words`);
  await until(() => expect(field('In your own words').value).toBe('A man with a'));
});

test('without a network the screens say so, and that nothing is lost', async () => {
  const tab = await phone.open();
  show(tab, '/app/join/FEST26');
  await until(() => control('HELP'));
  phone.lose();
  await reads('No connection. What you write is kept and sent as soon as it is back.');
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'other', text: 'Here' });
  show(tab, `/app/requests/${key}`);
  await reads('Waiting for a connection');
  await reads('Waiting to be sent');
  phone.find();
  await reads('You are next');
  await until(() => expect(words()).not.toContain('No connection'));
});

test('a code that does not exist is said; one that cannot be looked up is tried again by itself', async () => {
  const tab = await phone.open();
  venue.instead = () => problem(404, 'not_found');
  show(tab, '/app/join');
  await type('Event code', 'zzz zzz');
  await reads('There is no event with the code ZZZZZZ.');
  venue.instead = () => undefined;
  phone.lose();
  await type('Event code', 'fest-26');
  await reads('This goes on by itself');
  phone.find();
  await until(() => control('HELP'));
});

test('a server that was out of reach is asked again, although the phone never lost its network', async () => {
  const tab = await phone.open();
  phone.network = 'off';
  show(tab, '/app/join/FEST26');
  await reads('This goes on by itself');
  phone.network = 'on';
  await until(() => control('HELP'));
  leave();
  phone.network = 'off';
  await tab.app.events.forget();
  show(tab, `/app/events/${EVENT.id}`);
  await reads('This could not be loaded.');
  phone.network = 'on';
  await until(() => control('HELP'));
});

test('cancelling asks first', async () => {
  await asked();
  await tap('Cancel my request');
  await tap('No, keep it');
  await until(() => expect(document.querySelector('dialog')).toBeNull());
  await reads('You are next');
  await tap('Cancel my request');
  await tap('Yes, cancel it');
  await reads('You cancelled this request.');
  await until(() => expect(firstRequest().status).toBe('cancelled'));
});

test('a refused request says why, and can be changed', async () => {
  venue.instead = ({ method, path }) =>
    method === 'POST' && path === '/messenger/v1/help-requests'
      ? problem(422, 'invalid', { detail: 'That zone is closed.' })
      : undefined;
  await asked('Come to Block 12');
  await reads('That zone is closed.');
  venue.instead = () => undefined;
  await tap('Change it first');
  await until(() => expect(field('In your own words').value).toBe('Come to Block 12'));
  await type('In your own words', 'Come to Gate A');
  await tap('Ask for help');
  await reads('You are next');
  expect(firstRequest().text).toBe('Come to Gate A');
});

test('a phone that stores nothing says so', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  const tab = await phone.open();
  show(tab, '/app/join');
  await reads('This browser does not let Steward store anything.');
});

test('the history shows what is open and what was, with how it stands', async () => {
  const tab = await asked('First');
  await reads('You are next');
  show(tab, '/app/history');
  await reads('OpenMedicalFirst');
  await reads('Waiting');
});

test('the look and the letters are kept on the phone', async () => {
  const tab = await phone.open();
  show(tab, '/app/me');
  field('Dark').click();
  field('Largest').click();
  expect({ ...document.documentElement.dataset }).toEqual({ theme: 'dark', text: 'largest' });
  expect([localStorage.getItem('steward theme'), localStorage.getItem('steward text')]).toEqual([
    'dark',
    'largest',
  ]);
});

test('an event that could not be loaded is tried again, by itself and by hand', async () => {
  const tab = await phone.open();
  phone.lose();
  show(tab, `/app/events/${EVENT.id}`);
  await reads('This could not be loaded.');
  control('Try again');
  phone.find();
  await until(() => control('HELP'));
});

test('the app can be put on the home screen when the browser offers it', async () => {
  installOffer.listen();
  show(await phone.open(), '/app/me');
  expect(words()).not.toContain('Add to home screen');
  const prompt = vi.fn(async () => undefined);
  dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }));
  await tap('Add to home screen');
  expect(prompt).toHaveBeenCalledOnce();
  await until(() => expect(words()).not.toContain('Add to home screen'));
});

test.each([
  ['the event', `/app/events/${EVENT.id}`],
  ['the history', '/app/history'],
])('back from a new request leads to %s, not into the questions again', async (_, from) => {
  const tab = await phone.open();
  await tab.app.events.join(EVENT as never);
  show(tab, from);
  await reads(from === '/app/history' ? 'My requests' : 'HELP');
  go(`/app/events/${EVENT.id}/help/category`);
  await tap('Something else');
  for (let step = 1; step <= 3; step += 1) {
    await until(() => expect(location.pathname).toMatch(`/help/${step}`));
    await tap('No');
  }
  await tap('Ask for help');
  await reads('You are next');
  await tap('Back');
  await until(() => expect(location.pathname).toBe(from));
});
