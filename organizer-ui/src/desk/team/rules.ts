/** Who is there, how far words to the team came, and which team a key leads to. */

import type { Colleague, Conversation, Message } from '../../api/types';
import type { MessageState } from '../conversations/rules';

/** What somebody is up to, those first who can help soonest. */
export const PRESENCES = ['free', 'byHand', 'full', 'elsewhere', 'off', 'away'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What a colleague is up to, as seen from an event. Who is not at their desk helps nobody, on duty or not. */
export function presenceOf(
  colleague: Pick<Colleague, 'connected' | 'on_duty' | 'active' | 'capacity' | 'events'>,
  event?: string,
): Presence {
  const { connected, on_duty: onDuty, active, capacity, events } = colleague;
  if (!connected) return 'away';
  if (!onDuty) return 'off';
  if (event && events.length > 0 && !events.includes(event)) return 'elsewhere';
  if (active >= capacity) return 'full';
  return events.length === 0 ? 'byHand' : 'free';
}

/** Those first who can help soonest, then by name. */
export function bySoonestHelp(colleagues: readonly Colleague[], event: string): Colleague[] {
  const rank = (colleague: Colleague) => PRESENCES.indexOf(presenceOf(colleague, event));
  return [...colleagues].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

export interface TeamMarks {
  state: MessageState;
  /** Who of the others has read it. */
  readers: string[];
  /** How many others there are. */
  of: number;
}

/** How far something came that was said to the team. */
export function marksInTeam(
  { seq, sender }: Pick<Message, 'seq' | 'sender'>,
  { members, received, seen }: Pick<Conversation, 'members' | 'received' | 'seen'>,
): TeamMarks {
  const others = members.filter(({ id }) => id !== sender.id);
  const readers = others.filter(({ id }) => (seen[id] ?? 0) >= seq).map(({ name }) => name ?? '');
  const arrived = others.some(({ id }) => (received[id] ?? 0) >= seq);
  return {
    state: readers.length > 0 ? 'seen' : arrived ? 'received' : 'sent',
    readers,
    of: others.length,
  };
}

interface Teams {
  /** The events of the desk, in their order. */
  events: readonly string[];
  /** Those whose teams have said something that was not read. */
  unread: readonly string[];
  /** The event whose team is open, if one is. */
  open?: string;
  /** The event of the conversation that is open, if one is. */
  current?: string;
}

/** The event whose team the key leads to: the next one, or else where something is unread, or else the one at hand. */
export function teamToOpen({ events, unread, open, current }: Teams): string | undefined {
  if (open) return events[(events.indexOf(open) + 1) % events.length];
  const isHere = (event: string | undefined) => event !== undefined && events.includes(event);
  const waiting = events.find((event) => unread.includes(event));
  return waiting ?? (isHere(current) ? current : events[0]);
}
