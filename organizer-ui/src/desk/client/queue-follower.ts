/** Follows the queues of events: by frames, and by lists where frames were lost or there is no socket. */

import type { QueueFrame, RequestFrame } from '@steward/client-kit/live';
import type { HelpRequest, Page } from '../../api/types';
import { MOST_LISTED } from './calls';
import { QueueStore } from './queue-store';

export interface QueueFollowerOptions {
  /** Joins the topic of an event's queue; the answer leaves it. */
  watch: (event: string) => () => void;
  /** A page of the waiting requests of an event, in order, `MOST_LISTED` at most. */
  list: (event: string, after?: string) => Promise<Page<HelpRequest>>;
  onChange: () => void;
  /** Somebody new is waiting. */
  onAppeared: (request: HelpRequest) => void;
}

/** Without a socket, queues are read again after this. */
const POLL_MS = 5_000;
/** A queue whose count does not fit its list is read again after this. */
const HEAL_MS = 2_000;

export class QueueFollower {
  readonly store = new QueueStore();
  private readonly watches = new Map<string, () => void>();
  private healing: ReturnType<typeof setTimeout> | undefined;
  private polling: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly options: QueueFollowerOptions) {}

  /** Follows these events, and no others. */
  follow(events: readonly string[]): void {
    for (const [event, unwatch] of this.watches) {
      if (events.includes(event)) continue;
      unwatch();
      this.watches.delete(event);
    }
    for (const event of events) {
      if (this.watches.has(event)) continue;
      this.store.begin(event);
      this.watches.set(event, this.options.watch(event));
    }
    this.store.keepOnly(events);
    this.options.onChange();
    if (this.polling !== undefined) void this.readAll();
  }

  /** A new connection sends every queue anew. */
  restart(): void {
    for (const event of this.watches.keys()) this.store.begin(event);
  }

  /** There is no socket: lists are read until there is one again. */
  poll(on: boolean): void {
    clearInterval(this.polling);
    this.polling = on ? setInterval(() => void this.readAll(), POLL_MS) : undefined;
    if (on) void this.readAll();
  }

  stop(): void {
    clearTimeout(this.healing);
    this.poll(false);
  }

  request({ request, waiting }: RequestFrame): void {
    this.put(request, waiting);
    if (this.store.differs(request.event, MOST_LISTED)) this.healSoon();
  }

  /** Takes over a request that a call gave. */
  put(request: HelpRequest, waiting?: number): void {
    if (this.store.put(request, waiting)) this.options.onAppeared(request);
    this.options.onChange();
  }

  count({ event, waiting }: QueueFrame): void {
    this.store.end(event, waiting);
    this.options.onChange();
  }

  /** A request that was taken from here, before the service says so. */
  left(request: string): void {
    this.store.remove(request);
    this.options.onChange();
  }

  /** Reads a queue to its end, which is longer than what comes by itself; from then on frames keep all of it. */
  async readWhole(event: string): Promise<void> {
    this.store.begin(event);
    let count = 0;
    for (let after: string | undefined; ; ) {
      const { items, next } = await this.options.list(event, after);
      // They have waited all along: nothing rings.
      for (const request of items) this.store.put(request);
      count += items.length;
      this.options.onChange();
      if (!next) break;
      after = next;
    }
    this.store.end(event, count);
    this.options.onChange();
  }

  private healSoon(): void {
    if (this.healing !== undefined) return;
    this.healing = setTimeout(() => {
      this.healing = undefined;
      const wrong = [...this.watches.keys()].filter((event) => this.store.differs(event, MOST_LISTED));
      void this.readAll(wrong);
    }, HEAL_MS);
  }

  private async readAll(events: readonly string[] = [...this.watches.keys()]): Promise<void> {
    for (const event of events) {
      try {
        this.store.begin(event);
        const { items, next } = await this.options.list(event);
        for (const request of items) this.put(request);
        if (!next) this.store.end(event, items.length);
        this.options.onChange();
      } catch {
        // The next reading, or the next frame, brings what this one could not.
      }
    }
  }
}
