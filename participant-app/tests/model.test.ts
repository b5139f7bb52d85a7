import { expect, test } from 'vitest';
import { estimate, isOpen, type LocalRequest, merge, phaseOf } from '../src/help-requests/model';

const unsent: LocalRequest = { key: 'k', event: 'e', writtenAt: '2026-05-01T10:00:00Z', state: 'unsent' };
const waiting = merge(unsent, {
  id: 'r',
  status: 'waiting',
  conversation: 'c',
  place: 3,
  estimated_seconds: 240,
});

test('nothing goes back from closed to open', () => {
  const closed = merge(waiting, { id: 'r', status: 'closed' });
  expect(phaseOf(merge(closed, { id: 'r', status: 'waiting', place: 1 }))).toBe('over');
  expect(isOpen(closed)).toBe(false);
});

test('what staff open again goes on, and says so until it is over', () => {
  const closed = merge(waiting, { id: 'r', status: 'closed', version: 2 });
  expect(merge(closed, { id: 'r', status: 'taken', version: 2 })).toBe(closed);
  const again = merge(closed, { id: 'r', status: 'taken', version: 3 });
  expect([phaseOf(again), isOpen(again), again.reopened]).toEqual(['taken', true, true]);
  expect(merge(again, { id: 'r', status: 'waiting', version: 3 }).reopened).toBe(true);
  expect(merge(again, { id: 'r', status: 'closed', version: 3 }).reopened).toBe(false);
});

test('a state without a place does not take the place away', () => {
  const again = merge(waiting, { id: 'r', status: 'waiting', place: null, estimated_seconds: null });
  expect(again.request).toMatchObject({ place: 3, estimated_seconds: 240 });
});

test('a place whose estimate is gone says so', () => {
  const alone = merge(waiting, { id: 'r', status: 'waiting', place: 1, estimated_seconds: null });
  expect(alone.request).toMatchObject({ place: 1, estimated_seconds: null });
});

test('cancelling shows at once, and ends when somebody was faster', () => {
  const cancelling = { ...waiting, cancelling: true };
  expect(phaseOf(cancelling)).toBe('cancelled');
  expect(phaseOf(merge(cancelling, { id: 'r', status: 'taken' }))).toBe('taken');
});

test.each([
  [null, { kind: 'unknown' }],
  [20, { kind: 'moment' }],
  [61, { kind: 'minutes', minutes: 2 }],
  [13 * 60, { kind: 'minutes', minutes: 15 }],
  [4000, { kind: 'long' }],
])('%s seconds', (seconds, words) => expect(estimate(seconds)).toEqual(words));
