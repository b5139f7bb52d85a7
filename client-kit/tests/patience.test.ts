import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { within } from '../src/patience/patience';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});
/** How it ended, as far as it did. */
function watch(promised: Promise<unknown>): { outcome: string } {
  const seen = { outcome: 'waits' };
  promised.then(
    () => (seen.outcome = 'came'),
    (error: Error) => (seen.outcome = error.message),
  );
  return seen;
}

test('what never comes is given up', async () => {
  const seen = watch(within(4_000, never));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(seen.outcome).toBe('waits');
  await vi.advanceTimersByTimeAsync(500);
  expect(seen.outcome).toBe('Nothing came within 4000 ms.');
  expect(vi.getTimerCount()).toBe(0);
});

test('what comes is handed on, and so is what fails', async () => {
  expect(await within(4_000, Promise.resolve('here'))).toBe('here');
  await expect(within(4_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that stood still has not waited', async () => {
  vi.useRealTimers();
  const begun = performance.now();
  const coming = new Promise((resolve) => setTimeout(() => resolve('here'), 1_000));
  const waited = within(500, coming);
  while (performance.now() - begun < 1_600);
  expect(await waited).toBe('here');
});
