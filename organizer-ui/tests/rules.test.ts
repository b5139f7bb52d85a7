import { describe, expect, it } from 'vitest';
import { ask, boundedCapacity, modeOf, toTakeByHand } from '../src/desk/availability/rules';
import { direction, distance, enclose, gridLines, roundStep } from '../src/desk/map/geometry';
import { grantableRoles, homeOf, returnPath } from '../src/sessions/rules';
import { isWriting, KeySequence, nameOf } from '../src/shortcuts/keys';
import { inOrder, rolesFor } from '../src/team/rules';
import { length, sentence, stopwatch } from '../src/texts/formats';
import { member } from './samples';

describe('availability', () => {
  it('means off without a capacity, by hand without events, else on', () => {
    expect(modeOf({ events: ['e'], capacity: 0 })).toBe('off');
    expect(modeOf({ events: [], capacity: 3 })).toBe('by-hand');
    expect(modeOf({ events: ['e'], capacity: 3 })).toBe('on');
  });

  it('asks for what it shows', () => {
    for (const mode of ['off', 'by-hand', 'on'] as const) expect(modeOf(ask(mode, 3, ['e']))).toBe(mode);
    expect(boundedCapacity(0)).toBe(1);
    expect(boundedCapacity(99)).toBe(50);
  });

  it('switches to "by hand" before taking somebody while it is off, with room beside what is open', () => {
    expect(toTakeByHand({ events: [], capacity: 0, active: 2 })).toEqual({ events: [], capacity: 5 });
    expect(toTakeByHand({ events: ['e'], capacity: 3, active: 3 })).toBeUndefined();
  });
});

describe('the map', () => {
  const venue = { latitude: 53.5436, longitude: 9.9661 };

  it('knows how far and in which direction somebody is', () => {
    expect(distance(venue, { ...venue, latitude: venue.latitude + 0.001 })).toBeCloseTo(111.2, 0);
    expect(direction(venue, { ...venue, latitude: venue.latitude + 0.001 })).toBe('n');
    expect(direction(venue, { latitude: venue.latitude - 0.001, longitude: venue.longitude - 0.0017 })).toBe(
      'sw',
    );
  });

  it('shows every point with room around it, and round numbers of metres', () => {
    const { centre, metresPerUnit } = enclose(
      [
        { east: 0, north: 0 },
        { east: 100, north: -60 },
      ],
      10,
      200,
    );
    expect(centre).toEqual({ east: 50, north: -30 });
    expect(metresPerUnit * 200).toBeGreaterThan(100);
    expect([1, 7, 11, 40, 130].map(roundStep)).toEqual([1, 10, 20, 50, 200]);
    expect(gridLines(-25, 25, 10)).toEqual([-20, -10, 0, 10, 20]);
  });
});

describe('sessions', () => {
  it('lead where one can work', () => {
    expect(homeOf({ kind: 'member', member: member() } as never)).toBe('/desk');
    expect(homeOf({ kind: 'member', member: member({ organization_status: 'pending' }) } as never)).toBe(
      '/organization',
    );
    expect(homeOf({ kind: 'administrator', administrator: { id: 'x' } } as never)).toBe('/organizations');
  });

  it('return to pages of our own only', () => {
    const session = { kind: 'member', member: member() } as never;
    expect(returnPath('/events/1?x=2', session)).toBe('/events/1?x=2');
    for (const bad of ['//evil.example', 'https://evil.example', '/sign-in', null]) {
      expect(returnPath(bad, session)).toBe('/desk');
    }
  });
});

describe('the team', () => {
  it('lets nobody change themselves, a superior, or give more than they have', () => {
    const owner = member({ id: 'o', role: 'owner', name: 'Zoe' });
    const manager = member({ id: 'm', role: 'manager', name: 'Ann' });
    const staff = member({ id: 's', role: 'staff', name: 'Bob' });
    expect(rolesFor(owner, owner)).toEqual([]);
    expect(rolesFor(manager, owner)).toEqual([]);
    expect(rolesFor(manager, staff)).toEqual(['staff', 'manager']);
    expect(grantableRoles('staff')).toEqual([]);
    expect(inOrder([staff, manager, owner], 'en').map(({ id }) => id)).toEqual(['o', 'm', 's']);
  });
});

describe('shortcuts', () => {
  const press = (key: string, part = {}) =>
    nameOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part });

  it('names keys by what they print', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('L', { shiftKey: true })).toBe('shift+l');
    expect(press('k', { ctrlKey: true })).toBe('mod+k');
    expect(press('Shift', { shiftKey: true })).toBeNull();
  });

  it('puts two keys together when they follow quickly', () => {
    let now = 0;
    const sequence = new KeySequence(() => now);
    sequence.press('g');
    now = 500;
    expect(sequence.press('d')).toEqual(['g d', 'd']);
    now = 5000;
    expect(sequence.press('e')).toEqual(['e']);
  });

  it('is silent where somebody writes', () => {
    const field = document.createElement('textarea');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    expect(isWriting(field)).toBe(true);
    expect(isWriting(box)).toBe(false);
    expect(isWriting(document.body)).toBe(false);
  });
});

describe('formats', () => {
  it('shows waiting as a stopwatch', () => {
    expect([7, 760, 3723, 90_000, -5].map(stopwatch)).toEqual([
      '0:07',
      '12:40',
      '1:02:03',
      '1 d 1 h',
      '0:00',
    ]);
  });

  it('shows metres, and kilometres from one on', () => {
    expect(length(119.4, 'en')).toBe('119 m');
    expect(length(1840, 'en')).toBe('1.8 km');
  });

  it('makes sentences of reasons', () => {
    expect(sentence('must be a date')).toBe('Must be a date.');
    expect(sentence('Is it?')).toBe('Is it?');
  });
});
