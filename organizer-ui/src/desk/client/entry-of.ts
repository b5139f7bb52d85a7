import type { OutboxEntry } from '@steward/client-kit/outbox';
import type { Message } from '../../api/types';

/** A message of ours that the service lost becomes something to be sent again. */
export function entryOf({
  client_id,
  conversation,
  body,
  reply_to,
  location,
  at,
  seq,
}: Message): OutboxEntry {
  return {
    client_id,
    conversation,
    body,
    reply_to: reply_to ?? undefined,
    location: location ?? undefined,
    written_at: at,
    order: seq,
  };
}
