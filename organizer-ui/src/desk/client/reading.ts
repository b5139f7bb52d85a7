/**
 * What arrived at this desk, what was read, and what was looked at: said of conversations that the member takes part in.
 * Whoever supervises leaves no marks.
 */

import type { ClientFrame, ReceiptFrame } from '@steward/client-kit/live';
import type { Replica } from '@steward/client-kit/replica';
import { Receipts } from './receipts';
import { takesPart } from './view';

export interface ReadingOptions {
  /** The member at this desk. */
  me: string;
  replica: Replica;
  send: (frame: ClientFrame) => boolean;
}

export class Reading {
  private readonly receipts: Receipts;
  /** When each conversation that was looked at had been sent here. */
  private readonly looked = new Map<string, string>();

  constructor(private readonly options: ReadingOptions) {
    this.receipts = new Receipts(options.send);
  }

  /** Whether this member is in it, or only reads it. */
  takesPart(conversation: string): boolean {
    const { me, replica } = this.options;
    return takesPart(replica.copy(conversation)?.state, me);
  }

  /** Everything that is here has arrived. */
  arrived(conversation: string): void {
    if (!this.takesPart(conversation)) return;
    this.receipts.note('received', conversation, this.options.replica.head(conversation));
  }

  /** The member has read everything that is here. */
  read(conversation: string): void {
    const { me, replica } = this.options;
    const state = replica.copy(conversation)?.state;
    if (!state || !this.takesPart(conversation)) return;
    const seq = replica.head(conversation);
    if (state.request?.untouched) this.look(conversation, seq, state.request.taken_at);
    if (seq <= (state.seen[me] ?? 0)) return;
    this.receipts.note('seen', conversation, seq);
    void replica.receipt({ type: 'seen', conversation, person: me, seq });
  }

  /** Somebody's mark is stored; one's own need not be said again. */
  stored({ type, conversation, person, seq }: ReceiptFrame): void {
    if (person === this.options.me) this.receipts.confirm(type, conversation, seq);
  }

  /** The connection is back: what could not be said is said now. */
  resume(): void {
    this.receipts.resume();
  }

  /** Whoever looks at what was sent to them keeps it, also when they have read all of it before. */
  private look(conversation: string, seq: number, given: string | null | undefined): void {
    if (!given || this.looked.get(conversation) === given) return;
    if (this.options.send({ type: 'seen', conversation, seq })) this.looked.set(conversation, given);
  }
}
