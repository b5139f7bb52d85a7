import { beforeEach, expect, test, vi } from 'vitest';
import { phaseOf } from '../src/help-requests/model';
import { Phone, type Tab } from './support/phone';
import { until } from './support/until';
import { EVENT, Venue } from './support/venue';

const ID = 'conversation-1';
let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
});

const waits = (tab: Tab) => until(() => expect(tab.app.requests.all.map(phaseOf)).toEqual(['waiting']));
const help = { event: EVENT.id, category: 'other' as const, text: 'Hello' };
const write = (tab: Tab, text: string) =>
  tab.app.outbox.write({ conversation: ID, body: { kind: 'text', text } });
const thread = (tab: Tab) => {
  const [local] = tab.app.requests.all;
  return local ? tab.app.conversations.thread(local).map(({ text, progress }) => [text, progress]) : [];
};

function fill() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
}

test('where storing is refused, help is asked for and talked about all the same, and the app says so', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  const tab = await phone.open();
  expect(tab.app.storage.loss).toBe('refused');
  phone.lose();
  await tab.app.requests.ask(help);
  phone.find();
  await waits(tab);
  await write(tab, 'By the pier');
  await until(() =>
    expect(thread(tab)).toEqual([
      ['Hello', 'sent'],
      ['By the pier', 'sent'],
    ]),
  );
  expect([venue.people, venue.requests.size]).toEqual([1, 1]);
});

test('tabs that store nothing are each on their own', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  const [one, other] = [await phone.open(), await phone.open()];
  expect([one.app.link.leading, other.app.link.leading]).toEqual([true, true]);
  await one.app.requests.ask(help);
  await waits(one);
  expect(other.app.requests.all).toEqual([]);
});

test('a disk that is full in the middle of it all costs nothing that was written before or after', async () => {
  const tab = await phone.open();
  await tab.app.requests.ask(help);
  await waits(tab);
  const said = vi.fn();
  tab.app.storage.subscribe(said);
  phone.lose();
  await write(tab, 'before');
  expect([tab.app.storage.loss, said.mock.calls.length]).toEqual([undefined, 0]);
  fill();
  await write(tab, 'while it is full');
  await write(tab, 'after');
  expect([tab.app.storage.loss, said.mock.calls.length]).toEqual(['full', 1]);
  expect(
    thread(tab)
      .slice(1)
      .map(([text]) => text),
  ).toEqual(['before', 'while it is full', 'after']);
  phone.find();
  await until(() => {
    expect(venue.words(ID)).toEqual(['Hello', 'before', 'while it is full', 'after']);
    expect(thread(tab).map(([, progress]) => progress)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });
});

test('a tab whose disk is full sends what it has by itself, although another tab holds the connection', async () => {
  const first = await phone.open();
  await first.app.requests.ask(help);
  await waits(first);
  const second = await phone.open();
  await until(() => expect(second.app.link.state.phase).toBe('live'));
  expect(second.app.link.leading).toBe(false);
  const full = fill();
  await write(second, 'only here');
  full.mockRestore();
  await until(() => expect(venue.words(ID)).toEqual(['Hello', 'only here']));
  expect([first.app.storage.loss, second.app.storage.loss]).toEqual([undefined, 'full']);
});
