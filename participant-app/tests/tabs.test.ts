import { beforeEach, expect, test } from 'vitest';
import { phaseOf } from '../src/help-requests/model';
import { Phone, type Tab } from './support/phone';
import { until } from './support/until';
import { EVENT, Venue } from './support/venue';

const ID = 'conversation-1';
const help = { event: EVENT.id, category: 'other' as const, text: 'Hello' };
const words = (text: string) => ({ conversation: ID, body: { kind: 'text' as const, text } });
let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
});

test('two tabs send nothing twice, and show the same', async () => {
  const one = await phone.open();
  const other = await phone.open();
  await other.app.requests.ask(help);
  await until(() => expect(one.app.link.state.phase).toBe('live'));
  expect([one.app.link.leading, other.app.link.leading]).toEqual([true, false]);
  await until(() => expect(other.app.requests.all.map(phaseOf)).toEqual(['waiting']));
  await other.app.outbox.write(words('from the second'));
  await one.app.outbox.write(words('from the first'));
  await until(() => expect(venue.words(ID)).toHaveLength(3));
  expect(new Set(venue.words(ID))).toEqual(new Set(['Hello', 'from the first', 'from the second']));
  // Not only stored once: sent once.
  expect([venue.people, venue.countOf('POST', '/messenger/v1/help-requests')]).toEqual([1, 1]);
  const shown = (tab: typeof one) => {
    const [local] = tab.app.requests.all;
    return local ? tab.app.conversations.thread(local).map(({ text, progress }) => [text, progress]) : [];
  };
  await until(() => {
    expect(shown(other)).toEqual(venue.words(ID).map((text) => [text, 'sent']));
    expect(shown(one)).toEqual(shown(other));
  });
});

test('the tab that is left takes over what the closed one did not send', async () => {
  const one = await phone.open();
  const other = await phone.open();
  await one.app.requests.ask(help);
  await until(() => expect(other.app.requests.all.map(phaseOf)).toEqual(['waiting']));
  phone.lose();
  await one.app.outbox.write(words('Still there?'));
  phone.kill(one);
  await until(() => expect(other.app.link.leading).toBe(true));
  phone.find();
  await until(() => expect(venue.words(ID)).toEqual(['Hello', 'Still there?']));
});

test('a tab that opens while another one works shows what that one did', async () => {
  const one = await phone.open();
  await one.app.requests.ask(help);
  await until(() => expect(one.app.requests.all.map(phaseOf)).toEqual(['waiting']));
  const [request] = one.app.requests.all;
  let opened: Tab | undefined;
  const opening = phone.open().then((tab) => {
    opened = tab;
  });
  // Each of these is told to the other tabs, at every moment of its start.
  const noted = () => one.app.requests.note(request?.key ?? '', { stillNeededAt: new Date().toISOString() });
  while (!opened) await noted();
  await Promise.all([opening, noted()]);
  await until(() => expect(opened?.app.requests.all).toEqual(one.app.requests.all));
});
