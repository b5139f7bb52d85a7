/** The requests of the events that are watched, as frames and lists bring them. */

import type { HelpRequest } from '../../api/types';
import { isWaiting } from '../queue/rules';

interface Held {
  request: HelpRequest;
  /** Counts what was heard, so that the end of a list can tell what it did not name. */
  heard: number;
}

export class QueueStore {
  private readonly held = new Map<string, Held>();
  private readonly known = new Set<string>();
  /** For events whose list is under way: the moment when it began. */
  private readonly begun = new Map<string, number>();
  /** Events whose first list is complete: from then on, what appears is new. */
  private readonly listed = new Set<string>();
  private readonly waiting = new Map<string, number>();
  private clock = 0;
  private list: readonly HelpRequest[] = [];

  /** All waiting requests; the same array until something changes. */
  requests(): readonly HelpRequest[] {
    return this.list;
  }

  get(id: string): HelpRequest | undefined {
    return this.held.get(id)?.request;
  }

  /** How many wait at an event in all; more than are listed when the queue is very long. */
  waitingAt(event: string): number {
    return Math.max(this.listedAt(event), this.waiting.get(event) ?? 0);
  }

  /**
   * True when more is here than the service counts, or less than could be: a frame was lost. Of a long queue all may be
   * here, or its beginning.
   */
  differs(event: string, mostListed: number): boolean {
    const waiting = this.waiting.get(event);
    if (waiting === undefined) return false;
    const listed = this.listedAt(event);
    return listed > waiting || listed < Math.min(waiting, mostListed);
  }

  /** A complete list of an event is about to come, one request at a time. */
  begin(event: string): void {
    this.begun.set(event, this.clock);
  }

  /** A request appeared, changed or left; true when it has appeared for the first time since the first list. */
  put(request: HelpRequest, waiting?: number): boolean {
    this.clock += 1;
    if (waiting !== undefined) this.waiting.set(request.event, waiting);
    if (isWaiting(request)) this.held.set(request.id, { request, heard: this.clock });
    else this.held.delete(request.id);
    this.settle();
    const fresh = isWaiting(request) && !this.known.has(request.id);
    this.known.add(request.id);
    return fresh && this.listed.has(request.event);
  }

  /** How many wait; ends the list that was begun: what it did not name has left the queue. */
  end(event: string, waiting: number): void {
    this.waiting.set(event, waiting);
    const begun = this.begun.get(event);
    this.begun.delete(event);
    this.listed.add(event);
    if (begun === undefined) return;
    for (const [id, { request, heard }] of this.held) {
      if (request.event === event && heard <= begun) this.held.delete(id);
    }
    this.settle();
  }

  /** Forgets a request that was taken from here, before the service says so. */
  remove(id: string): void {
    if (this.held.delete(id)) this.settle();
  }

  /** Forgets the events that are no longer watched. */
  keepOnly(events: readonly string[]): void {
    for (const [id, { request }] of this.held) if (!events.includes(request.event)) this.held.delete(id);
    for (const event of this.listed) if (!events.includes(event)) this.listed.delete(event);
    this.settle();
  }

  private listedAt(event: string): number {
    return this.list.filter((request) => request.event === event).length;
  }

  private settle(): void {
    this.list = [...this.held.values()].map(({ request }) => request);
  }
}
