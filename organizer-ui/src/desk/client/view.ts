/** What the screen shows of one conversation. */

import type { OutboxEntry } from '@steward/client-kit/outbox';
import type { Copy } from '@steward/client-kit/replica';
import type { Conversation, Message } from '../../api/types';
import { unreadOf } from '../conversations/unread';

export interface ConversationView {
  id: string;
  state: Conversation | undefined;
  /** What the service has, in order. */
  messages: readonly Message[];
  /** The number up to which nothing is missing: one's own message may be answered before what stands below it is here. */
  head: number;
  /** What was written here and is not confirmed, in order. */
  pending: readonly OutboxEntry[];
  /** True while something that exists is still being read. */
  incomplete: boolean;
  hasEarlier: boolean;
  loadingEarlier: boolean;
  /** What colleagues told each other beside it, in order. */
  notes: readonly Message[];
  /** Notes that were written here and are not confirmed. */
  pendingNotes: readonly OutboxEntry[];
  /** What it is filed under. */
  tags: readonly string[];
  /** Messages and notes that were not read. */
  unread: number;
  unreadNotes: number;
  /** Ids of those who are writing. */
  typing: readonly string[];
  /** Whether the participant is connected; undefined until somebody said so. */
  online: boolean | undefined;
}

/** True for conversations that this member is in; not for those that they only read. */
export function takesPart(state: Conversation | undefined, me: string): boolean {
  return state?.members.some((member) => member.id === me) ?? false;
}

/** True for an open help conversation that this member takes part in. */
export function isMine(state: Conversation | undefined, me: string): boolean {
  return state?.kind === 'help' && state.status === 'open' && takesPart(state, me);
}

interface Parts {
  id: string;
  state: Conversation | undefined;
  earlier: readonly Message[];
  messages: readonly Message[];
  head: number;
  pending: readonly OutboxEntry[];
  incomplete: boolean;
  hasEarlier: boolean;
  loadingEarlier: boolean;
  notes: Copy | undefined;
  pendingNotes: readonly OutboxEntry[];
  typing: readonly string[];
  online: boolean | undefined;
}

/** Puts the parts together: nothing twice, and counted. */
export function viewOf({ earlier, notes, ...parts }: Parts, me: string): ConversationView {
  const messages = earlier.length > 0 ? [...earlier, ...parts.messages] : parts.messages;
  const stored = new Set(parts.messages.map((message) => message.client_id));
  const noted = new Set(notes?.messages.map((note) => note.client_id));
  const unreadNotes = notes?.state ? unreadOf(notes.state, notes.messages, me) : 0;
  return {
    ...parts,
    messages,
    pending: parts.pending.filter((entry) => !stored.has(entry.client_id)),
    notes: notes?.messages ?? [],
    pendingNotes: parts.pendingNotes.filter((entry) => !noted.has(entry.client_id)),
    tags: notes?.state?.tags ?? [],
    unread: (parts.state ? unreadOf(parts.state, parts.messages, me) : 0) + unreadNotes,
    unreadNotes,
  };
}
