/** When a place is worth telling, and when the phone may rest: batteries are short at events. */
import type { Location } from '@steward/client-kit/live';

/** A place that was told, and when by this phone's clock. */
export interface Told {
  location: Location;
  at: number;
}

/** Nothing is told more often: whoever walks is 7 metres further by then. */
export const LEAST_MS = 5_000;
/** Whoever stands still says so once a minute: the desk sees that the phone is there. */
export const SIGN_MS = 60_000;
/** Less than this in metres is no move, but how a phone guesses. */
const MOVE_M = 15;
/** Whoever has not moved for so long is looked for now and then only. */
export const REST_MS = 120_000;

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_M = 6_371_009;

/** Metres between two places; flat, which is exact enough within an event. */
export function metres(one: Location, other: Location): number {
  const radians = Math.PI / 180;
  const north = (other.latitude - one.latitude) * radians;
  const east = (other.longitude - one.longitude) * radians * Math.cos(one.latitude * radians);
  return Math.hypot(north, east) * EARTH_M;
}

/** Whether somebody moved, as far as the phone can tell. */
export function hasMoved(from: Location, to: Location): boolean {
  return metres(from, to) > Math.max(MOVE_M, (to.accuracy ?? 0) / 2);
}

/** Whether one place is known better than another. */
export function isSurer(one: Location, other: Location): boolean {
  return (one.accuracy ?? 0) < (other.accuracy ?? 0);
}

/** Whether to tell this place, after what was told last. */
export function isWorthTelling(last: Told | undefined, location: Location, now: number): boolean {
  if (!last) return true;
  const since = now - last.at;
  // A clock that was set back says nothing about time.
  if (since >= 0 && since < LEAST_MS) return false;
  const isMuchSurer = (location.accuracy ?? 0) < (last.location.accuracy ?? 0) / 2;
  return since < 0 || since >= SIGN_MS || isMuchSurer || hasMoved(last.location, location);
}
