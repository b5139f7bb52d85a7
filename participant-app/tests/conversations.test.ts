import { beforeEach, expect, test } from 'vitest';
import { unread } from '../src/conversations/thread';
import { phaseOf } from '../src/help-requests/model';
import { Phone, type Tab } from './support/phone';
import { until } from './support/until';
import { EVENT, problem, STAFF, Venue } from './support/venue';

const ID = 'conversation-1';
let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
});

/** A phone whose call for help was taken by somebody. */
async function talking(): Promise<Tab> {
  const tab = await phone.open();
  await tab.app.requests.ask({ event: EVENT.id, category: 'other', text: 'Hello' });
  await until(() => {
    expect(tab.app.requests.all.map(phaseOf)).toEqual(['waiting']);
    expect(tab.app.link.state.phase).toBe('live');
  });
  const request = [...venue.requests.values()][0]?.request;
  if (!request) throw new Error('There is no request.');
  venue.change(request, { status: 'taken', member: STAFF });
  await until(() => expect(phaseOf(local(tab))).toBe('taken'));
  return tab;
}

function local(tab: Tab) {
  const [first] = tab.app.requests.all;
  if (!first) throw new Error('There is no request.');
  return first;
}

const thread = (tab: Tab) => tab.app.conversations.thread(local(tab));
const shown = (tab: Tab) => thread(tab).map(({ text, progress }) => [text, progress]);
const write = (tab: Tab, text: string) =>
  tab.app.outbox.write({
    conversation: local(tab).conversation ?? local(tab).key,
    body: { kind: 'text', text },
  });

test('written without a network, killed, opened again: each once and in order', async () => {
  const first = await talking();
  phone.lose();
  for (const text of ['one', 'two', 'three', 'four', 'five']) await write(first, text);
  expect(shown(first).slice(1)).toEqual(
    ['one', 'two', 'three', 'four', 'five'].map((text) => [text, 'waiting']),
  );
  phone.kill(first);

  const second = await phone.open();
  expect(thread(second).map(({ text }) => text)).toEqual(['Hello', 'one', 'two', 'three', 'four', 'five']);
  phone.find();
  await until(() => expect(venue.words(ID)).toHaveLength(6));
  expect(venue.words(ID)).toEqual(['Hello', 'one', 'two', 'three', 'four', 'five']);
  await until(() => expect(second.app.outbox.pending).toBe(false));
  // Each names the one before it, so that the server keeps the order also when some are sent again.
  const [, one, ...rest] = (venue.messages.get(ID) ?? []).map(({ client_id }) => client_id);
  expect(venue.previous.get(one ?? '')).toBeUndefined();
  expect(rest.map((id) => venue.previous.get(id))).toEqual([one, ...rest.slice(0, -1)]);
});

test('a message whose acknowledgement was lost is stored once', async () => {
  const tab = await talking();
  phone.network = 'deaf';
  await write(tab, 'Did you get this?');
  expect(venue.words(ID)).toEqual(['Hello', 'Did you get this?']);
  expect(shown(tab).at(-1)).toEqual(['Did you get this?', 'waiting']);
  phone.lose();
  phone.find();
  await until(() => expect(shown(tab).at(-1)).toEqual(['Did you get this?', 'sent']));
  expect(venue.words(ID)).toHaveLength(2);
});

test('sent, delivered and read are told as others get there', async () => {
  const tab = await talking();
  await write(tab, 'Here');
  await until(() => expect(shown(tab).at(-1)).toEqual(['Here', 'sent']));
  venue.tell({ type: 'received', conversation: ID, person: STAFF.id, seq: 2 });
  await until(() => expect(shown(tab).at(-1)).toEqual(['Here', 'delivered']));
  venue.tell({ type: 'seen', conversation: ID, person: STAFF.id, seq: 2 });
  await until(() => expect(shown(tab).at(-1)).toEqual(['Here', 'read']));
});

test('everything seen is readable without a network', async () => {
  const first = await talking();
  venue.say(ID, 'Stay where you are');
  await until(() => expect(thread(first).map(({ text }) => text)).toContain('Stay where you are'));
  phone.kill(first);
  phone.lose();
  const second = await phone.open();
  expect(thread(second).map(({ text, name }) => [text, name])).toEqual([
    ['Hello', undefined],
    ['Stay where you are', 'Sam'],
  ]);
});

test('what was missed meanwhile arrives, and the end of the conversation, too', async () => {
  const tab = await talking();
  phone.lose();
  venue.say(ID, 'On our way');
  const request = [...venue.requests.values()][0]?.request;
  if (request) venue.change(request, { status: 'closed', outcome: 'resolved' }, 'closed');
  phone.find();
  await until(() => expect(phaseOf(local(tab))).toBe('over'));
  await until(() => expect(thread(tab).map(({ text }) => text)).toContain('On our way'));
  expect(tab.app.requests.openAt(EVENT.id)).toBeUndefined();
});

test('nothing above a gap counts as read', async () => {
  const tab = await talking();
  venue.say(ID, 'On our way');
  const head = 2;
  await until(() => expect(tab.app.conversations.newest(local(tab))).toBe(head));
  venue.tell({ type: 'behind', conversation: ID, head: head + 2 });
  venue.instead = ({ path }) => (path.includes('/messages') ? problem(503, 'unavailable') : undefined);
  const [newest] = (venue.messages.get(ID) ?? []).slice(-1);
  if (!newest) throw new Error('Nothing was said.');
  const above = {
    ...newest,
    seq: head + 2,
    client_id: 'above',
    body: { kind: 'text', text: 'Above' },
  } as const;
  venue.tell({ type: 'message', ...above });
  await until(() => expect(shown(tab).map(([text]) => text)).toContain('Above'));
  expect(tab.app.conversations.newest(local(tab))).toBe(head);
});

test('messages are received at once and seen when they are looked at, also after a broken connection', async () => {
  const tab = await talking();
  venue.say(ID, 'Where are you?');
  await until(() => expect(venue.told).toContainEqual({ type: 'received', conversation: ID, seq: 2 }));
  expect(unread(tab.app.conversations.copy(local(tab)), 'person-1')).toBe(1);
  phone.lose();
  await tab.app.link.seen(ID, 2);
  expect(unread(tab.app.conversations.copy(local(tab)), 'person-1')).toBe(0);
  phone.find();
  await until(() => expect(venue.told).toContainEqual({ type: 'seen', conversation: ID, seq: 2 }));
});

test('what is looked at while connected is told at once', async () => {
  const tab = await talking();
  venue.say(ID, 'Where are you?');
  await until(() => expect(thread(tab).at(-1)?.text).toBe('Where are you?'));
  await tab.app.link.seen(ID, 2);
  await until(() => expect(venue.told).toContainEqual({ type: 'seen', conversation: ID, seq: 2 }));
});

test('a network that breaks sockets still carries everything, by calls', async () => {
  const tab = await talking();
  phone.lose();
  phone.find('callsOnly');
  const knock = setInterval(() => dispatchEvent(new Event('online')), 20);
  await until(() => expect(tab.app.link.state.phase).toBe('polling'));
  clearInterval(knock);
  await write(tab, 'By call');
  await until(() => expect(shown(tab).at(-1)).toEqual(['By call', 'sent']));
  venue.say(ID, 'By call, too');
  await until(() => expect(thread(tab).at(-1)?.text).toBe('By call, too'));
  expect(venue.words(ID)).toEqual(['Hello', 'By call', 'By call, too']);
});

test('typing is shown until the words arrive', async () => {
  const tab = await talking();
  venue.tell({ type: 'typing', conversation: ID, person: STAFF.id });
  await until(() => expect(tab.app.typing.of(ID)).toEqual([STAFF.id]));
  venue.say(ID, 'Done');
  await until(() => expect(tab.app.typing.of(ID)).toEqual([]));
});

test('a store that went back in time gets back what it lost, once and in order', async () => {
  const tab = await talking();
  for (const text of ['one', 'two']) await write(tab, text);
  await until(() => expect(shown(tab).at(-1)).toEqual(['two', 'sent']));
  phone.lose();
  venue.epoch = 'two';
  venue.messages.set(ID, venue.messages.get(ID)?.slice(0, 1) ?? []);
  venue.say(ID, 'We had to restart');
  phone.find();
  await until(() => expect(venue.words(ID)).toHaveLength(4));
  expect(venue.words(ID)).toEqual(['Hello', 'We had to restart', 'one', 'two']);
  await until(() => expect(thread(tab).map(({ text }) => text)).toEqual(venue.words(ID)));
});

test('a reset of one conversation reads it again, and gives back what it lost', async () => {
  const tab = await talking();
  await write(tab, 'one');
  await until(() => expect(shown(tab).at(-1)).toEqual(['one', 'sent']));
  venue.messages.set(ID, venue.messages.get(ID)?.slice(0, 1) ?? []);
  venue.tell({ type: 'reset', conversation: ID, epoch: venue.epoch });
  await until(() => expect(venue.words(ID)).toEqual(['Hello', 'one']));
  await until(() =>
    expect(shown(tab)).toEqual([
      ['Hello', 'sent'],
      ['one', 'sent'],
    ]),
  );
});

test('what was read stays read, also when the conversation was closed meanwhile', async () => {
  const first = await talking();
  venue.say(ID, 'Take care');
  await until(() => expect(thread(first).at(-1)?.text).toBe('Take care'));
  await first.app.link.seen(ID, 2);
  const request = [...venue.requests.values()][0]?.request;
  if (request) venue.change(request, { status: 'closed', outcome: 'resolved' }, 'closed');
  await until(() => expect(phaseOf(local(first))).toBe('over'));
  phone.kill(first);
  phone.lose();
  const second = await phone.open();
  expect(unread(second.app.conversations.copy(local(second)), 'person-1')).toBe(0);
});
