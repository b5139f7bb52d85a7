/** How the help was, once it is over: the rules. */
import type { MessengerSchemas } from '@steward/client-kit/api';
import { type LocalRequest, phaseOf } from '../help-requests/model';

export type NewSatisfaction = MessengerSchemas['NewSatisfaction'];
export type Rating = NewSatisfaction['rating'];

/** The best one first, where the thumb comes by. */
export const ratings: readonly Rating[] = ['good', 'fair', 'poor'];

/** The server takes no longer comment. */
export const MOST_CHARACTERS = 1_000;

const DAY_MS = 24 * 3_600_000;
/** Later than this nobody remembers how it was: the history stays a history. */
const ASK_MS = 7 * DAY_MS;

/** What was said of the help: here, or on another device. */
export function said({ satisfaction, request }: LocalRequest): NewSatisfaction | undefined {
  return satisfaction ?? request?.satisfaction ?? undefined;
}

/** Whether to ask how the help was. Nobody is asked who got none, or does not want to say. */
export function isAsked(local: LocalRequest, now: number): boolean {
  const { request, unrated } = local;
  if (phaseOf(local) !== 'over' || request?.outcome === 'organization_blocked' || unrated) return false;
  const since = (at: string | null | undefined) => now - Date.parse(at ?? local.writtenAt);
  const rated = request?.satisfaction?.rated_at;
  // The server takes another answer for a day, counted from the first one or from a later end.
  if (rated) return Math.min(since(rated), since(request?.closed_at)) < DAY_MS;
  return local.satisfaction !== undefined || since(request?.closed_at) < ASK_MS;
}
