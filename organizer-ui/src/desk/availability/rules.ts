/** What a member's availability means, and what is asked for to change it. */

import type { Availability, NewAvailability } from '../../api/types';

/** Off: nothing. By hand: the queue is watched, nobody is sent. On: people are sent until the limit. */
export type AvailabilityMode = 'off' | 'by-hand' | 'on';

/** Bounds of the service. */
export const CAPACITY = { least: 1, most: 50, usual: 3 };

/** Capacity 0 is off; a capacity without events is "by hand only". */
export function modeOf(availability: NewAvailability): AvailabilityMode {
  if (availability.capacity === 0) return 'off';
  return availability.events.length === 0 ? 'by-hand' : 'on';
}

/** A capacity within the bounds of the service. */
export function boundedCapacity(capacity: number): number {
  const whole = Number.isFinite(capacity) ? Math.round(capacity) : CAPACITY.usual;
  return Math.min(CAPACITY.most, Math.max(CAPACITY.least, whole));
}

/** What to ask the service for. */
export function ask(mode: AvailabilityMode, capacity: number, events: readonly string[]): NewAvailability {
  if (mode === 'off') return { events: [], capacity: 0 };
  if (mode === 'by-hand') return { events: [], capacity: boundedCapacity(capacity) };
  return { events: [...events], capacity: boundedCapacity(capacity) };
}

/** The availability to ask for before somebody is taken by hand; undefined when the present one allows it. */
export function toTakeByHand(availability: Availability): NewAvailability | undefined {
  return modeOf(availability) === 'off'
    ? ask('by-hand', CAPACITY.usual + availability.active, [])
    : undefined;
}
