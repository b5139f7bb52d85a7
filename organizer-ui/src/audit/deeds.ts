/** What somebody did, in words. */

import type { AuditAction, AuditEntry } from '../api/types';

/** Everything that is noted, in the order in which it is offered. */
export const ACTIONS = [
  'conversation_read',
  'transcript_made',
  'archive_searched',
  'archive_exported',
  'incident_answered',
  'request_judged',
  'member_invited',
  'member_removed',
  'conversation_transferred',
  'conversation_closed',
  'conversation_reopened',
] as const satisfies readonly AuditAction[];

type Deed =
  | (typeof ACTIONS)[number]
  | 'member_joined'
  | 'member_left'
  | 'transferred_to_queue'
  | 'something_else';

/** Which words tell of an entry: joining is inviting oneself, leaving is taking oneself out. */
export function deedOf({ action, actor, member }: Pick<AuditEntry, 'action' | 'actor' | 'member'>): Deed {
  const itself = member?.id === actor.id;
  if (action === 'member_invited' && itself) return 'member_joined';
  if (action === 'member_removed' && itself) return 'member_left';
  if (action === 'conversation_transferred' && !member) return 'transferred_to_queue';
  return ACTIONS.find((known) => known === action) ?? 'something_else';
}
