/** What the screen shows of one conversation. */

import type { OutboxEntry } from '@steward/client-kit/outbox';
import type { Conversation, Message } from '../../api/types';
import { unreadOf } from '../conversations/unread';

export interface ConversationView {
  id: string;
  state: Conversation | undefined;
  /** What the service has, in order. */
  messages: readonly Message[];
  /** What was written here and is not confirmed, in order. */
  pending: readonly OutboxEntry[];
  /** True while something that exists is still being read. */
  incomplete: boolean;
  hasEarlier: boolean;
  loadingEarlier: boolean;
  unread: number;
  /** Ids of those who are writing. */
  typing: readonly string[];
  /** Whether the participant is connected; undefined until somebody said so. */
  online: boolean | undefined;
}

/** True for an open conversation that this member takes part in. */
export function isMine(state: Conversation | undefined, me: string): boolean {
  return state?.status === 'open' && state.members.some((member) => member.id === me);
}

interface Parts {
  id: string;
  state: Conversation | undefined;
  earlier: readonly Message[];
  messages: readonly Message[];
  pending: readonly OutboxEntry[];
  incomplete: boolean;
  hasEarlier: boolean;
  loadingEarlier: boolean;
  typing: readonly string[];
  online: boolean | undefined;
}

/** Puts the parts together: nothing twice, and counted. */
export function viewOf({ earlier, ...parts }: Parts, me: string): ConversationView {
  const messages = earlier.length > 0 ? [...earlier, ...parts.messages] : parts.messages;
  const stored = new Set(parts.messages.map((message) => message.client_id));
  return {
    ...parts,
    messages,
    pending: parts.pending.filter((entry) => !stored.has(entry.client_id)),
    unread: parts.state ? unreadOf(parts.state, parts.messages, me) : 0,
  };
}
