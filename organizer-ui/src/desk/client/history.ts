/**
 * How much of a conversation the desk holds. A long one begins at its newest messages; what is older is read when
 * somebody asks for it.
 */

import type { Conversation, Message } from '../../api/types';

/** Messages that are read at once when a conversation appears, and with each step back. */
export const HISTORY_PAGE = 100;

interface Earlier {
  /** The conversation's own first number. */
  first: number;
  /** The first number that the replica holds. */
  floor: number;
  messages: Message[];
  loading: boolean;
}

export class History {
  private readonly earlier = new Map<string, Earlier>();

  /** The state with the place where the replica begins: fixed when a conversation is first seen. */
  trimmed(state: Conversation): Conversation {
    const known = this.earlier.get(state.id);
    const floor = known?.floor ?? Math.max(state.first_seq, state.last_seq - HISTORY_PAGE + 1);
    if (!known) this.earlier.set(state.id, { first: state.first_seq, floor, messages: [], loading: false });
    return floor > state.first_seq ? { ...state, first_seq: floor } : state;
  }

  messages(conversation: string): readonly Message[] {
    return this.earlier.get(conversation)?.messages ?? [];
  }

  isLoading(conversation: string): boolean {
    return this.earlier.get(conversation)?.loading ?? false;
  }

  /** True when there are messages before those that are shown. */
  hasMore(conversation: string): boolean {
    const held = this.earlier.get(conversation);
    return held !== undefined && this.start(conversation) > held.first;
  }

  /** Reads one page further back. */
  async load(
    conversation: string,
    read: (before: number) => Promise<Message[]>,
    changed: () => void,
  ): Promise<void> {
    const held = this.earlier.get(conversation);
    if (!held || held.loading) return;
    held.loading = true;
    changed();
    try {
      const start = this.start(conversation);
      const page = (await read(start)).filter((message) => message.seq < start);
      held.messages = [...page.sort((a, b) => a.seq - b.seq), ...held.messages];
    } finally {
      held.loading = false;
      changed();
    }
  }

  /** The store went back in time: what was read of this conversation, or of all, is worth nothing. */
  forget(conversation?: string | null): void {
    if (conversation) this.earlier.delete(conversation);
    else this.earlier.clear();
  }

  private start(conversation: string): number {
    const held = this.earlier.get(conversation);
    return held?.messages[0]?.seq ?? held?.floor ?? 1;
  }
}
