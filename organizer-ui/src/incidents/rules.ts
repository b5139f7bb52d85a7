/** What follows from an incident, or from what somebody wrote, without asking anybody. */

import type { IncidentFilter } from '../api/queryKeys';
import type { HelpRequest, Incident, IncidentStatus, Priority, Severity } from '../api/types';

/** How far the work can be, in its order. */
export const STATUSES: readonly IncidentStatus[] = ['to_do', 'in_progress', 'resolved', 'cancelled'];
/** How soon it can have to be seen to, the most urgent first. */
export const PRIORITIES: readonly Priority[] = ['critical', 'high', 'normal', 'low'];
/** How much harm it can do, the least first. */
export const SEVERITIES: readonly Severity[] = ['minor', 'moderate', 'major'];

/** Most characters, as the service has them. */
export const MOST = { title: 120, place: 200, description: 4_000, comment: 2_000, answer: 4_000 } as const;

/** Whether there is something to be done. */
export function isOpen({ status }: Pick<Incident, 'status'>): boolean {
  return status === 'to_do' || status === 'in_progress';
}

/** A title to begin with: what kind of help was asked for, and the first of their words. */
export function titleFrom(category: string, words: string): string {
  const line = words.trim().split('\n')[0]?.trim() ?? '';
  const title = line === '' ? category : `${category}: ${line}`;
  if ([...title].length <= MOST.title) return title;
  const cut = [...title].slice(0, MOST.title - 1).join('');
  const end = cut.lastIndexOf(' ');
  return `${end > MOST.title / 2 ? cut.slice(0, end) : cut}…`;
}

/** What an incident says in words, as a form has them. */
export interface Words {
  title: string;
  place: string;
  description: string;
}

export function wordsOf({ title, place, description }: Words): Words {
  return { title, place, description };
}

/** What somebody wrote anew: whatever they left as it was may be changed by somebody else meanwhile. */
export function rewritten(before: Words, after: Words): Partial<Words> {
  const names = ['title', 'place', 'description'] as const;
  return Object.fromEntries(
    names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]),
  );
}

/** The event that all of these belong to; nothing when they belong to several. */
export function eventOf(requests: readonly Pick<HelpRequest, 'event'>[]): string | undefined {
  const [first, ...rest] = requests;
  return first && rest.every(({ event }) => event === first.event) ? first.event : undefined;
}

/** Whom an answer to all would reach, and who has gone already. */
export function reachOf(requests: readonly Pick<HelpRequest, 'status'>[]): { open: number; closed: number } {
  const open = requests.filter(({ status }) => status === 'waiting' || status === 'taken').length;
  return { open, closed: requests.length - open };
}

/** What a list is narrowed to, as it stands in the address: the open ones, unless a status or any is asked for. */
export function filterOf({
  text,
  event,
  status,
}: Record<'text' | 'event' | 'status', string>): IncidentFilter {
  const known = STATUSES.find((one) => one === status);
  return {
    text: text || undefined,
    event: event || undefined,
    status: known,
    open: status === '' || undefined,
  };
}
