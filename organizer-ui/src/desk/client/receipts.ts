/**
 * Says what arrived and what was read: the highest number only, at most once a second for each conversation. What a
 * connection took with it when it broke is said once more on the next one.
 */

import type { ClientFrame } from '@steward/client-kit/live';

type Kind = 'received' | 'seen';

/** The protocol's limit for each kind and conversation. */
const PAUSE_MS = 1000;

interface Mark {
  wanted: number;
  said: number;
  /** Up to which number the server has said it to everybody. */
  confirmed: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Receipts {
  private readonly marks = new Map<string, Mark>();

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  /** Notes a number; lower ones than before are ignored. */
  note(kind: Kind, conversation: string, seq: number): void {
    const key = `${kind} ${conversation}`;
    const mark = this.marks.get(key) ?? { wanted: 0, said: 0, confirmed: 0, timer: undefined };
    this.marks.set(key, mark);
    if (seq <= mark.wanted) return;
    mark.wanted = seq;
    if (mark.timer === undefined) this.say(kind, conversation, mark);
  }

  /** The server has stored a number. */
  confirm(kind: Kind, conversation: string, seq: number): void {
    const mark = this.marks.get(`${kind} ${conversation}`);
    if (mark) mark.confirmed = Math.max(mark.confirmed, seq);
  }

  /** The connection is back: what could not be said, or was not heard, is said now. */
  resume(): void {
    for (const [key, mark] of this.marks) {
      const [kind, conversation] = key.split(' ') as [Kind, string];
      mark.said = Math.min(mark.said, mark.confirmed);
      if (mark.said < mark.wanted && mark.timer === undefined) this.say(kind, conversation, mark);
    }
  }

  private say(kind: Kind, conversation: string, mark: Mark): void {
    const seq = mark.wanted;
    if (!this.send({ type: kind, conversation, seq })) return;
    mark.said = seq;
    mark.timer = setTimeout(() => {
      mark.timer = undefined;
      if (mark.said < mark.wanted) this.say(kind, conversation, mark);
    }, PAUSE_MS);
  }
}
