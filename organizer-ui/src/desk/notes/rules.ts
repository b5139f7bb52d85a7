/** Where notes stand among the messages that are shown. */

import type { Message } from '../../api/types';

/** The message after which a note stands. */
export function besideOf({ body }: Pick<Message, 'body'>): number {
  return body.kind === 'note' ? body.beside : 0;
}

/**
 * The notes after each message, by its number; under 0 those that stand above all that is shown. A note whose message
 * is not here (any more, or yet) stands after the one before it.
 */
export function notesByMessage(
  notes: readonly Message[],
  messages: readonly Pick<Message, 'seq'>[],
): Map<number, Message[]> {
  const placed = new Map<number, Message[]>();
  for (const note of notes) {
    const beside = besideOf(note);
    const after = messages.findLast((message) => message.seq <= beside)?.seq ?? 0;
    placed.set(after, [...(placed.get(after) ?? []), note]);
  }
  return placed;
}
