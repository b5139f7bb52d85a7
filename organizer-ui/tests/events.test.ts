import { describe, expect, it } from 'vitest';
import {
  changeOf,
  deskEvents,
  emptyEvent,
  inputOf,
  joinAddress,
  merge,
  reasonsOf,
  stateOf,
} from '../src/events/rules';
import { at, event } from './samples';

describe('an event’s form', () => {
  it('gives back what it was given', () => {
    const { version, name, zones, starts_at, latitude } = event();
    expect(changeOf(inputOf(event()), version)).toMatchObject({
      version,
      name,
      zones,
      latitude,
      starts_at: new Date(starts_at).toISOString(),
    });
  });

  it('leaves out rows that nobody filled in', () => {
    const input = inputOf(event());
    input.zones.push({ key: 'new', name: '  ' });
    input.contacts.push({ key: 'new', name: '', role: '', phone: '' });
    const change = changeOf(input, 1);
    expect(change.zones).toHaveLength(1);
    expect(change.contacts).toHaveLength(1);
  });

  it('says what is missing or impossible before the service is asked', () => {
    const input = { ...emptyEvent(Date.parse(at(0))), latitude: '95', longitude: '' };
    input.ends_at = input.starts_at;
    expect(reasonsOf(input)).toEqual({
      name: 'required',
      address: 'required',
      ends_at: 'endsBeforeStart',
      latitude: 'latitudeRange',
      longitude: 'bothCoordinates',
    });
    expect(reasonsOf({ ...inputOf(event()), latitude: '53,5', longitude: '−9.9' })).toEqual({});
  });
});

describe('two people change the same event', () => {
  const base = inputOf(event());

  it('keeps mine, takes over theirs, and asks only where both changed', () => {
    const mine = { ...base, name: 'Mine', description: 'Mine too' };
    const theirs = { ...base, name: 'Theirs', address: 'Elsewhere' };
    const { input, conflicts } = merge(base, mine, theirs);
    expect(input).toMatchObject({ name: 'Mine', description: 'Mine too', address: 'Elsewhere' });
    expect(conflicts).toEqual(['name']);
  });

  it('does not ask when both did the same', () => {
    const same = { ...base, name: 'Same' };
    expect(merge(base, same, { ...same }).conflicts).toEqual([]);
  });
});

describe('where an event stands', () => {
  it('depends on the time, until it is archived', () => {
    expect(stateOf(event(), Date.parse(at(-1)))).toBe('upcoming');
    expect(stateOf(event(), Date.parse(at(60)))).toBe('live');
    expect(stateOf(event(), Date.parse(at(7 * 3600)))).toBe('past');
    expect(stateOf(event({ status: 'archived' }), Date.parse(at(60)))).toBe('archived');
  });

  it('brings those on now to the desk first, and drops them a day after their end', () => {
    const soon = event({ id: 'soon', starts_at: at(7200), ends_at: at(9000) });
    const now = event({ id: 'now' });
    const old = event({ id: 'old', starts_at: at(-200_000), ends_at: at(-100_000) });
    expect(deskEvents([soon, old, now], Date.parse(at(60))).map(({ id }) => id)).toEqual(['now', 'soon']);
  });

  it('is joined at an address that carries its code', () => {
    expect(joinAddress('https://help.example.org', 'FEST26')).toBe(
      'https://help.example.org/app/join/FEST26',
    );
  });
});
