/** The order of a queue, and what is pressing in it. */

import type { HelpRequest, Priority } from '../../api/types';

/** Seconds after which somebody of this priority has waited too long. */
const PATIENCE_SECONDS: Record<Priority, number> = { critical: 60, high: 180, normal: 420, low: 900 };

/** True while a request stands in the queue. */
export function isWaiting(request: Pick<HelpRequest, 'status'>): boolean {
  return request.status === 'waiting';
}

type Ordered = Pick<HelpRequest, 'id' | 'priority' | 'counts_since'>;

/**
 * Critical first, then whoever counts as waiting the longest, then by id: the order in which the service hands people
 * out. A queue that looked different on the screen would send staff to the wrong person.
 */
export function compareRequests(a: Ordered, b: Ordered): number {
  return (
    Number(b.priority === 'critical') - Number(a.priority === 'critical') ||
    Date.parse(a.counts_since) - Date.parse(b.counts_since) ||
    // Closer than a millisecond: the times are written alike.
    order(a.counts_since, b.counts_since) ||
    order(a.id, b.id)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** True when somebody has waited longer than their priority allows. */
export function isOverdue(request: Pick<HelpRequest, 'priority' | 'waiting_since'>, now: number): boolean {
  return now - Date.parse(request.waiting_since) > PATIENCE_SECONDS[request.priority] * 1000;
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
