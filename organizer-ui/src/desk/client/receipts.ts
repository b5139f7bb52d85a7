/** Says what arrived and what was read: the highest number only, at most once a second for each conversation. */

import type { ClientFrame } from '@steward/client-kit/live';

type Kind = 'received' | 'seen';

/** The protocol's limit for each kind and conversation. */
const PAUSE_MS = 1000;

interface Mark {
  wanted: number;
  said: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Receipts {
  private readonly marks = new Map<string, Mark>();

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  /** Notes a number; lower ones than before are ignored. */
  note(kind: Kind, conversation: string, seq: number): void {
    const key = `${kind} ${conversation}`;
    const mark = this.marks.get(key) ?? { wanted: 0, said: 0, timer: undefined };
    this.marks.set(key, mark);
    if (seq <= mark.wanted) return;
    mark.wanted = seq;
    if (mark.timer === undefined) this.say(kind, conversation, mark);
  }

  /** The connection is back: what could not be said is said now. */
  resume(): void {
    for (const [key, mark] of this.marks) {
      const [kind, conversation] = key.split(' ') as [Kind, string];
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
