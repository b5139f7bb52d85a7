import { describe, expect, it } from 'vitest';
import type { Colleague } from '../src/api/types';
import { bySoonestHelp, marksInTeam, type Presence, presenceOf, teamToOpen } from '../src/desk/team/rules';

const HERE = 'event-1';
const colleague = (part: Partial<Colleague> = {}): Colleague => ({
  id: 'kim',
  name: 'Kim',
  on_duty: true,
  capacity: 3,
  active: 1,
  events: [HERE],
  connected: true,
  seen_at: null,
  ...part,
});

describe('what a colleague is up to', () => {
  it.each<[Presence, Partial<Colleague>]>([
    ['free', {}],
    ['full', { active: 3 }],
    ['byHand', { events: [] }],
    ['full', { events: [], active: 4 }],
    ['elsewhere', { events: ['event-2'] }],
    ['off', { on_duty: false, capacity: 0 }],
    ['away', { connected: false }],
    ['away', { connected: false, on_duty: false }],
  ])('%s: %o', (presence, part) => {
    expect(presenceOf(colleague(part), HERE)).toBe(presence);
  });

  it('does not ask where somebody is on duty when no event is meant', () => {
    expect(presenceOf(colleague({ events: ['event-2'] }))).toBe('free');
  });

  it('puts those first who can help soonest', () => {
    const all = [
      colleague({ name: 'Away', connected: false }),
      colleague({ name: 'Off', on_duty: false }),
      colleague({ name: 'Zoe' }),
      colleague({ name: 'Full', active: 3 }),
      colleague({ name: 'Ada' }),
    ];
    expect(bySoonestHelp(all, HERE).map(({ name }) => name)).toEqual(['Ada', 'Zoe', 'Full', 'Off', 'Away']);
  });
});

describe('how far words to the team came', () => {
  const members = ['me', 'kim', 'noor'].map((id) => ({ id, name: id }));
  const mine = { seq: 3, sender: { id: 'me', kind: 'member' as const } };
  const marks = (received: Record<string, number>, seen: Record<string, number>) =>
    marksInTeam(mine, { members, received, seen });

  it('counts the others, and not what I have read myself', () => {
    expect(marks({ me: 3 }, { me: 3 })).toEqual({ state: 'sent', readers: [], of: 2 });
    expect(marks({ kim: 3 }, { kim: 2 })).toEqual({ state: 'received', readers: [], of: 2 });
    expect(marks({ kim: 3 }, { kim: 4 })).toEqual({ state: 'seen', readers: ['kim'], of: 2 });
  });
});

describe('the key to the team', () => {
  const events = ['one', 'two', 'three'];

  it('leads to what is unread, else to the event at hand, else to the first', () => {
    expect(teamToOpen({ events, unread: ['three', 'two'], current: 'one' })).toBe('two');
    expect(teamToOpen({ events, unread: [], current: 'three' })).toBe('three');
    expect(teamToOpen({ events, unread: [], current: 'long ago' })).toBe('one');
    expect(teamToOpen({ events: [], unread: [] })).toBeUndefined();
  });

  it('goes on to the next event, and around', () => {
    expect(teamToOpen({ events, unread: [], open: 'two' })).toBe('three');
    expect(teamToOpen({ events, unread: [], open: 'three' })).toBe('one');
    expect(teamToOpen({ events: [], unread: [], open: 'old' })).toBeUndefined();
  });
});
