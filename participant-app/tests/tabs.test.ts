import { Replica } from '@steward/client-kit/replica';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { phaseOf } from '../src/help-requests/model';
import { HelpRequests } from '../src/help-requests/requests';
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

afterEach(() => void vi.restoreAllMocks());

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

/** Lets another tab do something after, or before, this part of the next one that starts has read what is kept. */
function during(
  part: { prototype: { load(): Promise<void> } },
  work: () => Promise<void>,
  when: 'before' | 'after',
) {
  const { load } = part.prototype;
  vi.spyOn(part.prototype, 'load').mockImplementationOnce(async function (this: { load(): Promise<void> }) {
    if (when === 'before') await work();
    await load.call(this);
    if (when === 'after') await work();
  });
}

test('a tab that starts while the person leaves in another one shows nothing of theirs', async () => {
  const one = await phone.open();
  await one.app.requests.ask(help);
  await until(() => expect(one.app.replica.copies()).toHaveLength(1));
  const leave = async () => {
    await one.app.session.signOut();
    // So long that this tab has heard of it.
    for (let reads = 0; reads < 10; reads += 1) await one.app.drafts.load('nothing');
  };
  during(Replica, leave, 'after');
  const other = await phone.open();
  await until(() => expect([other.app.replica.copies(), other.app.requests.all]).toEqual([[], []]));
});

test('a tab that starts while another one shares its place does not end that', async () => {
  const geolocation = { watchPosition: () => 1, clearWatch: () => undefined };
  Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
  const one = await phone.open();
  const { key } = await one.app.requests.ask(help);
  await until(() => expect(one.app.requests.all.map(phaseOf)).toEqual(['waiting']));
  const share = async () => {
    await one.app.liveLocation.share(key);
    for (let reads = 0; reads < 10; reads += 1) await one.app.drafts.load('nothing');
  };
  during(HelpRequests, share, 'before');
  const other = await phone.open();
  for (const { app } of [one, other]) expect(app.liveLocation.sharing).toMatchObject({ request: key });
});
