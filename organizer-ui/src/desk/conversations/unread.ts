/** Which messages a member has not read. */

import type { Conversation, Message } from '../../api/types';

type Log = readonly Pick<Message, 'seq' | 'sender'>[];

/** The highest number that counts as read: what was marked as seen, or one's own last message. */
export function readUpTo(seen: number, messages: Log, me: string): number {
  return messages.reduce(
    (highest, message) => (message.sender.id === me && message.seq > highest ? message.seq : highest),
    seen,
  );
}

/**
 * Messages of others above what was read. System entries do not call for anybody. Of what is not on this device yet
 * (it stands above the loaded messages), each number counts as one.
 */
export function unreadOf(
  conversation: Pick<Conversation, 'last_seq' | 'seen'>,
  messages: Log,
  me: string,
): number {
  const read = readUpTo(conversation.seen[me] ?? 0, messages, me);
  const loaded = messages.filter(
    (message) => message.seq > read && message.sender.id !== me && message.sender.kind !== 'system',
  ).length;
  const top = messages.reduce((highest, message) => Math.max(highest, message.seq), 0);
  return loaded + Math.max(0, conversation.last_seq - Math.max(top, read));
}

/** Where the line "New" stands: the first message that was not read when the conversation was opened. */
export function firstUnread(messages: Log, read: number, me: string): number | undefined {
  return messages.find(
    (message) => message.seq > read && message.sender.id !== me && message.sender.kind !== 'system',
  )?.seq;
}
