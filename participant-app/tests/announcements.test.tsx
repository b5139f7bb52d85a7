import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PublicEvent } from '../src/events/events';
import { paths } from '../src/router/routes';
import { Phone, type Tab } from './support/phone';
import { control, leave, show, tap, words } from './support/screens';
import { until } from './support/until';
import { EVENT, Venue } from './support/venue';

const CONVERSATION = `announcements-${EVENT.id}`;
const HERE = `/messenger/v1/participations/${EVENT.id}`;
let venue: Venue;
let phone: Phone;

beforeEach(() => {
  venue = new Venue();
  phone = new Phone(venue);
});

afterEach(leave);

const said = (tab: Tab) => tab.app.announcements.of(EVENT.id).map(({ text, isNew }) => [text, isNew]);
const marks = (type: string) => venue.told.filter((frame) => frame.type === type);

/** A phone that joined the event, and of which the server knows. */
async function joined(): Promise<Tab> {
  const tab = await phone.open();
  await tab.app.events.join(EVENT as PublicEvent);
  await until(() => {
    expect(tab.app.announcements.copy(EVENT.id)).toBeDefined();
    expect(tab.app.link.state.phase).toBe('live');
  });
  return tab;
}

test('joined without a network, killed, opened again: the server learns of it once', async () => {
  const first = await phone.open();
  phone.lose();
  await first.app.events.join(EVENT as PublicEvent);
  expect(venue.countOf('PUT', HERE)).toBe(0);
  phone.kill(first);
  const second = await phone.open();
  phone.find();
  await until(() => expect(second.app.events.get(EVENT.id)?.toldBy).toBe('person-1'));
  phone.kill(second);
  const third = await phone.open();
  await until(() => expect(third.app.link.state.phase).toBe('live'));
  third.app.announcements.work();
  await until(() => expect(third.app.announcements.copy(EVENT.id)).toBeDefined());
  expect(venue.countOf('PUT', HERE)).toBe(1);
});

test('an announcement stands above every screen until it is read, and stays listed without a network', async () => {
  const tab = await joined();
  show(tab, paths.me);
  venue.say(CONVERSATION, 'The gates open at six');
  await until(() => expect(words()).toContain('The gates open at six'));
  await tap('Announcement');
  await until(() => expect(control('Back')).toBeDefined());
  await until(() => expect(said(tab)).toEqual([['The gates open at six', false]]));
  await until(() => expect(marks('seen')).toEqual([{ type: 'seen', conversation: CONVERSATION, seq: 1 }]));
  show(tab, paths.event(EVENT.id));
  await until(() => expect(control('AnnouncementsThe gates open at six')).toBeDefined());
  expect(() => control('AnnouncementThe')).toThrow();

  phone.lose();
  phone.kill(tab);
  leave();
  const offline = await phone.open();
  show(offline, paths.announcements(EVENT.id));
  await until(() => expect(words()).toContain('The gates open at six'));
});

test('what was announced while the phone was away comes when it is back', async () => {
  const tab = await joined();
  phone.lose();
  venue.say(CONVERSATION, 'One');
  venue.say(CONVERSATION, 'Two');
  phone.find();
  await until(() =>
    expect(said(tab)).toEqual([
      ['Two', true],
      ['One', true],
    ]),
  );
});

test('thousands of phones do not confirm an announcement in the same instant', async () => {
  const chance = vi.spyOn(Math, 'random').mockReturnValue(0.9);
  const tab = await joined();
  const began = performance.now();
  venue.say(CONVERSATION, 'Now');
  await until(() => expect(said(tab)).toHaveLength(1));
  expect(marks('received')).toEqual([]);
  await until(() =>
    expect(marks('received')).toEqual([{ type: 'received', conversation: CONVERSATION, seq: 1 }]),
  );
  expect(performance.now() - began).toBeGreaterThan(4_000);
  chance.mockRestore();
});
