import type { ClientFrame } from '@steward/client-kit/live';

/** Each receipt goes out at most once in this time for a conversation; the last one always does. */
const INTERVAL_MS = 1_000;

/** Tells the server how far messages arrived here and how far they were read. */
export class Receipts {
  private readonly wanted = new Map<string, ClientFrame>();
  private readonly told = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  note(type: 'received' | 'seen', conversation: string, seq: number): void {
    const name = `${type} ${conversation}`;
    if (seq <= (this.told.get(name) ?? 0)) return;
    this.told.set(name, seq);
    this.wanted.set(name, { type, conversation, seq });
    this.timer ??= setTimeout(() => this.flush(), this.told.size > 1 ? INTERVAL_MS : 0);
  }

  /** A new connection is told everything again: nobody knows what the last one heard. */
  forget(): void {
    this.told.clear();
    this.wanted.clear();
  }

  private flush(): void {
    this.timer = undefined;
    for (const [name, frame] of this.wanted) {
      if (this.send(frame)) this.wanted.delete(name);
      else this.told.delete(name);
    }
  }
}
