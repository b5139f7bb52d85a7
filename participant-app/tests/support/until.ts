import { vi } from 'vitest';

/** Far longer than anything takes, so that a busy machine fails no test. */
const LATEST_MS = 60_000;

/** Waits until something holds, and gives what it found. */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: LATEST_MS, interval: 10 });
}
