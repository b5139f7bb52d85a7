/** What is said of a conversation in one line, in which order conversations stand, and how far messages came. */

import type { OutboxEntry } from '@steward/client-kit/outbox';
import type { TFunction } from 'i18next';
import type { Conversation, Message } from '../../api/types';
import type { ConversationView } from '../client/view';

/** A message in one line: its words, or what it carries. */
export function summaryOf(body: Message['body'], t: TFunction<'desk'>): string {
  return body.text || t(body.kind === 'voice' ? 'attachment.voice' : 'attachment.photo');
}

export interface Last {
  body: Message['body'];
  at: string;
  own: boolean;
}

/** What was said last, by whomever; what is still on its way counts. */
export function lastOf(
  { messages, pending }: Pick<ConversationView, 'messages' | 'pending'>,
  me: string,
): Last | undefined {
  const entry = pending.at(-1);
  if (entry) return { body: entry.body, at: entry.written_at, own: true };
  const message = messages.findLast((candidate) => candidate.sender.kind !== 'system') ?? messages.at(-1);
  return message && { body: message.body, at: message.at, own: message.sender.id === me };
}

/** Unread ones first, the longest unanswered on top; then the others by what happened last. */
export function inDeskOrder(views: readonly ConversationView[], me: string): ConversationView[] {
  const at = (view: ConversationView) => lastOf(view, me)?.at ?? view.state?.opened_at ?? '';
  const unread = (view: ConversationView) => Number(view.unread > 0);
  return [...views].sort((a, b) => {
    if (unread(a) !== unread(b)) return unread(b) - unread(a);
    const order = at(a) < at(b) ? -1 : Number(at(a) > at(b));
    return unread(a) ? order : -order;
  });
}

export type MessageState = 'waiting' | 'sending' | 'sent' | 'received' | 'seen' | 'failed';

/** How far a message of ours came with the people it is for. */
export function stateOfMessage(
  message: Pick<Message, 'seq'>,
  state: Pick<Conversation, 'participants' | 'received' | 'seen'>,
): MessageState {
  const marks = (which: Record<string, number>) =>
    Math.max(0, ...state.participants.map(({ id }) => which[id] ?? 0));
  if (marks(state.seen) >= message.seq) return 'seen';
  return marks(state.received) >= message.seq ? 'received' : 'sent';
}

/** How far something in the outbox came: nowhere yet, on its way, or refused. */
export function stateOfEntry(entry: Pick<OutboxEntry, 'refused'>, connected: boolean): MessageState {
  if (entry.refused) return 'failed';
  return connected ? 'sending' : 'waiting';
}

/** Messages of one sender within this follow each other without a new head. */
const TOGETHER_MS = 3 * 60 * 1000;

/** True when a message stands under the head of the one before it. */
export function continues(before: Message | undefined, message: Message): boolean {
  if (!before || before.sender.kind === 'system' || message.sender.kind === 'system') return false;
  const near = Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS;
  return before.sender.id === message.sender.id && near && sameDay(before.at, message.at);
}

/** True when two times fall on the same day here. */
export function sameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
