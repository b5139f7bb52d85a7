import { beforeEach, expect, test, vi } from 'vitest';
import { phaseOf } from '../src/help-requests/model';
import { Phone, type Tab } from './support/phone';
import { until } from './support/until';
import { EVENT, problem, STAFF, Venue } from './support/venue';

const help = (text = 'Please come') => ({ event: EVENT.id, category: 'medical' as const, text });
const REQUESTS = '/messenger/v1/help-requests';
let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
});

const phase = (tab: Tab) => tab.app.requests.all.map(phaseOf);
const waits = (tab: Tab) => until(() => expect(phase(tab)).toEqual(['waiting']));

test('nobody is made a guest before help is asked for', async () => {
  const tab = await phone.open();
  expect(tab.app.session.participant).toBeUndefined();
  expect(venue.calls).toEqual([]);
  await tab.app.requests.ask(help());
  await waits(tab);
  expect(venue.people).toBe(1);
});

test('a call for help without a network outlives the app and goes out once', async () => {
  const first = await phone.open();
  phone.lose();
  const local = await first.app.requests.ask(help());
  for (const text of ['By the pier', 'Two of us']) {
    await first.app.outbox.write({ conversation: local.key, body: { kind: 'text', text } });
  }
  expect(phase(first)).toEqual(['unsent']);
  phone.kill(first);

  const second = await phone.open();
  expect(phase(second)).toEqual(['unsent']);
  phone.find();
  await waits(second);
  await until(() =>
    expect(venue.words('conversation-1')).toEqual(['Please come', 'By the pier', 'Two of us']),
  );
  expect(venue.requests.size).toBe(1);
  // The key under which it stands on the phone is the one that makes repeating harmless.
  expect(venue.calls.filter(({ path }) => path === REQUESTS).map(({ key }) => key)).toEqual([local.key]);
});

test('a call for help is there, whatever is just read from the disk', async () => {
  const tab = await phone.open();
  phone.lose();
  const reading = tab.app.requests.load();
  const { key } = await tab.app.requests.ask(help());
  await reading;
  expect(tab.app.requests.get(key)?.body?.text).toBe('Please come');
});

test('an answer that was lost does not ask twice', async () => {
  const first = await phone.open();
  venue.instead = ({ path }) => {
    if (path === REQUESTS) phone.network = 'deaf';
    return undefined;
  };
  await first.app.requests.ask(help());
  await until(() => expect(venue.requests.size).toBe(1));
  phone.kill(first);
  venue.instead = () => undefined;

  phone.find();
  const second = await phone.open();
  await waits(second);
  expect(venue.requests.size).toBe(1);
  expect(second.app.requests.all).toHaveLength(1);
  const keys = venue.calls.filter(({ method, path }) => method === 'POST' && path === REQUESTS);
  expect(new Set(keys.map(({ key }) => key)).size).toBe(1);
});

test('a second tap asks nothing more', async () => {
  const tab = await phone.open();
  const [one, other] = [await tab.app.requests.ask(help()), await tab.app.requests.ask(help('Again'))];
  expect(other.key).toBe(one.key);
  await waits(tab);
  expect(venue.requests.size).toBe(1);
});

test('what is cancelled before it left the phone never leaves it', async () => {
  const tab = await phone.open();
  phone.lose();
  const { key } = await tab.app.requests.ask(help());
  await tab.app.requests.cancel(key);
  expect(phase(tab)).toEqual(['cancelled']);
  phone.find();
  await until(() => expect(tab.app.requests.get(key)?.state).toBe('dropped'));
  expect(venue.countOf('POST', REQUESTS)).toBe(0);
});

test('cancelling waits for the network, and ends in the conversation when somebody was faster', async () => {
  const tab = await phone.open();
  const { key } = await tab.app.requests.ask(help());
  await waits(tab);
  phone.lose();
  await tab.app.requests.cancel(key);
  expect(phase(tab)).toEqual(['cancelled']);
  const request = [...venue.requests.values()][0]?.request;
  if (!request) throw new Error('There is no request.');
  venue.change(request, { status: 'taken', member: STAFF });
  phone.find();
  await until(() => expect(phase(tab)).toEqual(['taken']));
});

test('cancelling that is not allowed is given up: the request is shown as it stands', async () => {
  const tab = await phone.open();
  const { key } = await tab.app.requests.ask(help());
  await waits(tab);
  venue.instead = ({ path }) => (path === `${REQUESTS}/request-1` ? problem(403, 'forbidden') : undefined);
  await tab.app.requests.cancel(key);
  await waits(tab);
  tab.app.requests.work();
  await until(() => expect(tab.app.requests.get(key)?.cancelling).toBe(false));
  expect(venue.countOf('DELETE', `${REQUESTS}/request-1`)).toBe(1);
});

test('the place in the queue is live', async () => {
  const tab = await phone.open();
  await tab.app.requests.ask(help());
  await waits(tab);
  await until(() => expect(tab.app.link.state.phase).toBe('live'));
  const place = { request: 'request-1', conversation: 'conversation-1', event: EVENT.id };
  venue.tell({ type: 'place', ...place, place: 7, estimated_seconds: 900 });
  await until(() => {
    expect(tab.app.requests.all[0]?.request).toMatchObject({ place: 7, estimated_seconds: 900 });
  });
});

test('another device asked already: the words go to its conversation', async () => {
  const tab = await phone.open();
  const { request } = venue.opened('other device', '', help('First'));
  venue.instead = ({ method, path }) =>
    method === 'POST' && path === REQUESTS
      ? problem(409, 'already_open', { id: request.id, conversation: request.conversation })
      : undefined;
  await tab.app.requests.ask(help('Second'));
  await until(() => expect(venue.words('conversation-1')).toEqual(['First', 'Second']));
  await waits(tab);
});

test('what was refused can be changed, and takes along what was written to it', async () => {
  const tab = await phone.open();
  venue.instead = ({ method, path }) =>
    method === 'POST' && path === REQUESTS ? problem(422, 'invalid', { detail: 'Too long' }) : undefined;
  const refused = await tab.app.requests.ask(help());
  await tab.app.outbox.write({ conversation: refused.key, body: { kind: 'text', text: 'More' } });
  await until(() => expect(phase(tab)).toEqual(['refused']));
  expect(tab.app.requests.get(refused.key)?.refusal?.detail).toBe('Too long');

  venue.instead = () => undefined;
  await tab.app.requests.ask(help('Shorter'), refused.key);
  await waits(tab);
  await until(() => expect(venue.words('conversation-1')).toEqual(['Shorter', 'More']));
});

test.each([
  ['this tab', 0],
  ['another tab', 1],
])('asked again in %s: nothing is sent before there is a conversation', async (_, which) => {
  const tab = await phone.open();
  const tabs = [tab, await phone.open()];
  const { requests, outbox, link } = tab.app;
  venue.instead = ({ method, path }) =>
    method === 'POST' && path === REQUESTS ? problem(422, 'invalid') : undefined;
  const refused = await requests.ask(help());
  await outbox.write({ conversation: refused.key, body: { kind: 'text', text: 'More' } });
  await until(() => expect([phase(tab), link.state.phase]).toEqual([['refused'], 'live']));
  requests.subscribe(() => outbox.pump());
  tab.app.conversations.subscribe(() => outbox.pump());
  venue.instead = () => undefined;
  const asking = tabs[which]?.app.requests;
  await until(() => expect(asking?.get(refused.key)?.state).toBe('refused'));
  const next = await asking?.ask(help('Shorter'), refused.key);
  await until(() => expect(venue.words('conversation-1')).toEqual(['Shorter', 'More']));
  expect([venue.words(refused.key), venue.words(next?.key ?? '')]).toEqual([[], []]);
});

test('an app that is killed while a refused request is asked again has either of them whole', async () => {
  const first = await phone.open();
  venue.instead = ({ method, path }) =>
    method === 'POST' && path === REQUESTS ? problem(422, 'invalid') : undefined;
  const refused = await first.app.requests.ask(help());
  for (const text of ['More', 'And more']) {
    await first.app.outbox.write({ conversation: refused.key, body: { kind: 'text', text } });
  }
  await until(() => expect(phase(first)).toEqual(['refused']));
  phone.lose();
  const written = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await first.app.requests.ask(help('Shorter'), refused.key);
  const changes = written.mock.calls.filter(([, mode]) => mode === 'readwrite');
  const moving = changes.map(([tables]) => tables).filter((tables) => [...tables].includes('outbox'));
  expect(moving).toEqual([['requests', 'outbox']]);
  phone.kill(first);

  venue.instead = () => undefined;
  const second = await phone.open();
  phone.find();
  await waits(second);
  await until(() => expect(venue.words('conversation-1')).toEqual(['Shorter', 'More', 'And more']));
});

test('words that are still being kept while the request is accepted go where they belong', async () => {
  const tab = await phone.open();
  const { key } = await tab.app.requests.ask(help());
  const { outbox, requests } = tab.app;
  // Written for the request at the moment when it gets its conversation.
  requests.subscribe(() => {
    const accepted = requests.get(key)?.conversation;
    if (accepted && !outbox.of(key).length && !venue.words(accepted).includes('Late')) {
      void outbox.write({ conversation: key, body: { kind: 'text', text: 'Late' } });
    }
  });
  await until(() => expect(venue.words('conversation-1')).toContain('Late'));
});
