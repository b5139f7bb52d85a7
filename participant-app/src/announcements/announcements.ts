/** What the organizers say to everybody at an event, and that this phone is there to hear it. */
import { answer, type MessengerApi } from '@steward/client-kit/api';
import { fullJitter, type Message } from '@steward/client-kit/live';
import { isTemporary } from '@steward/client-kit/problem';
import type { Copy, Replica } from '@steward/client-kit/replica';
import { type Events, isLongOver, type JoinedEvent } from '../events/events';
import type { Session } from '../session/session';
import { Observable } from '../state/observable';

export interface AnnouncementsOptions {
  api: MessengerApi;
  session: Session;
  events: Events;
  replica: Replica;
  leading: () => boolean;
}

export interface Announcement {
  seq: number;
  text: string;
  at: string;
  isNew: boolean;
}

export class Announcements extends Observable {
  private working = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: AnnouncementsOptions) {
    super();
  }

  /** From now on the server hears of each event that is joined. */
  start(): void {
    this.options.events.subscribe(() => this.work());
    this.options.session.subscribe(() => this.work());
    this.work();
  }

  /** Something of what is announced can be seen differently. */
  readonly touched = (): void => this.changed();

  /** What was announced at an event, the newest first. Complete without a connection. */
  of(event: string): Announcement[] {
    const copy = this.copy(event);
    const seen = this.seen(copy);
    const announced = (copy?.messages ?? []).map((message) => itemOf(message, seen));
    return announced.reverse();
  }

  /** The newest one that was not read yet. */
  news(event: string): Announcement | undefined {
    return this.of(event).find(({ isNew }) => isNew);
  }

  /** The conversation that an event's announcements are. */
  copy(event: string): Copy | undefined {
    const { replica } = this.options;
    return replica.copies().find(({ state }) => isAnnouncements(state) && state?.event === event);
  }

  /**
   * Tells the server at which events this phone is, until it knows. What is missing stands with each event, so it
   * survives the end of the app. Call it when the network may be back.
   */
  work(): void {
    if (this.working || !this.options.leading()) return;
    clearTimeout(this.timer);
    void this.workOff();
  }

  private async workOff(): Promise<void> {
    this.working = true;
    try {
      for (let next = this.untold(); next; next = this.untold()) await this.tell(next);
      this.failures = 0;
    } catch {
      this.timer = setTimeout(() => this.work(), fullJitter(this.failures++));
    }
    this.working = false;
  }

  /** An event that goes on, at which the server does not know this person yet. */
  private untold(): JoinedEvent | undefined {
    const { session, events } = this.options;
    if (session.ended) return undefined;
    const me = session.participant?.id;
    return events.all.find(
      (joined) => !isLongOver(joined.event, Date.now()) && (!me || joined.toldBy !== me),
    );
  }

  private async tell({ id }: JoinedEvent): Promise<void> {
    const { api, session, events } = this.options;
    await session.ensure();
    const me = session.participant?.id;
    if (!me) return;
    try {
      await answer(api.PUT('/messenger/v1/participations/{id}', { params: { path: { id } } }));
    } catch (error) {
      // An event that is gone or over announces nothing: asking again would not help.
      if (isTemporary(error)) throw error;
    }
    await events.told(id, me);
  }

  private seen(copy: Copy | undefined): number {
    const me = this.options.session.participant?.id;
    return (me && copy?.state?.seen[me]) || 0;
  }
}

export function isAnnouncements(state: Copy['state']): boolean {
  return state?.kind === 'announcements';
}

function itemOf({ seq, body, at }: Message, seen: number): Announcement {
  return { seq, text: body.text ?? '', at, isNew: seq > seen };
}
