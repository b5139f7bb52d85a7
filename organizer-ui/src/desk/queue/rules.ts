/** The order of a queue, and what is pressing in it. */

import type { HelpRequest, Priority } from '../../api/types';

/**
 * Seconds by which a priority stands ahead of its time of opening. The service uses the same figures to hand people
 * out; a queue that looked different on the screen would send staff to the wrong person.
 */
const HEAD_START_SECONDS: Record<Priority, number> = { critical: 600, high: 600, normal: 240, low: 0 };

/** Seconds after which somebody of this priority has waited too long. */
const PATIENCE_SECONDS: Record<Priority, number> = { critical: 60, high: 180, normal: 420, low: 900 };

/** True while a request stands in the queue. */
export function isWaiting(request: Pick<HelpRequest, 'status'>): boolean {
  return request.status === 'waiting';
}

type Ordered = Pick<HelpRequest, 'id' | 'priority' | 'opened_at' | 'unverified'>;

/** Critical first, then the verified, then by opening minus the head start of the priority, then by id. */
export function compareRequests(a: Ordered, b: Ordered): number {
  return (
    Number(b.priority === 'critical') - Number(a.priority === 'critical') ||
    Number(a.unverified) - Number(b.unverified) ||
    key(a) - key(b) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

function key(request: Ordered): number {
  return Date.parse(request.opened_at) - HEAD_START_SECONDS[request.priority] * 1000;
}

/** True when somebody has waited longer than their priority allows. */
export function isOverdue(request: Pick<HelpRequest, 'priority' | 'opened_at'>, now: number): boolean {
  return now - Date.parse(request.opened_at) > PATIENCE_SECONDS[request.priority] * 1000;
}

/** The waiting requests of each event, in order; events in the order in which they are given, empty ones left out. */
export function byEvent(
  requests: Iterable<HelpRequest>,
  events: readonly string[],
): { event: string; requests: HelpRequest[] }[] {
  const waiting = [...requests].filter(isWaiting).sort(compareRequests);
  return events
    .map((event) => ({ event, requests: waiting.filter((request) => request.event === event) }))
    .filter((group) => group.requests.length > 0);
}

/** Who would be taken next: the first of all queues. */
export function nextOf(requests: Iterable<HelpRequest>, events: readonly string[]): HelpRequest | undefined {
  return [...requests]
    .filter((request) => isWaiting(request) && events.includes(request.event))
    .sort(compareRequests)[0];
}
