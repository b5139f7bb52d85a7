/** When to try again: full jitter, so that a whole venue does not come back in the same instant. */

/** The first wait is at most this long. */
export const FIRST_WAIT_MS = 500;
/** No wait is longer than this. */
export const LONGEST_WAIT_MS = 30_000;

/** A wait before attempt number `attempt` (from 0), anywhere between nothing and a bound that doubles each time. */
export function fullJitter(attempt: number, random: () => number = Math.random): number {
  const bound = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 16));
  return random() * bound;
}
