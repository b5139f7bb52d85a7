/** Whom nobody has answered for too long, event by event, as the service tells those who lead. */

import type { UnansweredFrame } from '@steward/client-kit/live';
import type { HelpRequest } from '../../api/types';

export interface Unanswered {
  /** How many in all; more than are named when there are many. */
  count: number;
  /** Critical ones first, then the oldest. */
  requests: readonly HelpRequest[];
}

const NOBODY: Unanswered = { count: 0, requests: [] };

export class UnansweredStore {
  private readonly events = new Map<string, UnansweredFrame>();
  private all = NOBODY;

  /** Everything; the same object until something changes. */
  readonly read = (): Unanswered => this.all;

  hear(frame: UnansweredFrame): void {
    if (frame.count > 0) this.events.set(frame.event, frame);
    else this.events.delete(frame.event);
    this.settle();
  }

  /** A new connection tells everything anew. */
  restart(): void {
    this.events.clear();
    this.settle();
  }

  private settle(): void {
    const frames = [...this.events.values()];
    const count = frames.reduce((sum, frame) => sum + frame.count, 0);
    this.all =
      count === 0 ? NOBODY : { count, requests: frames.flatMap((frame) => frame.requests).sort(byNeed) };
  }
}

function byNeed(a: HelpRequest, b: HelpRequest): number {
  const critical = Number(b.priority === 'critical') - Number(a.priority === 'critical');
  return critical || Date.parse(a.waiting_since) - Date.parse(b.waiting_since);
}
