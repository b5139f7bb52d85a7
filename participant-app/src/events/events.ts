/** The events this phone knows: joined ones, kept for when there is no network. */
import { answer, type CoreApi, type CoreSchemas } from '@steward/client-kit/api';
import { ProblemError } from '@steward/client-kit/problem';
import { Observable } from '../state/observable';
import { type Database, readLatest } from '../storage/database';
import type { Tabs } from '../tabs/tabs';

export type PublicEvent = CoreSchemas['PublicEvent'];

export interface JoinedEvent {
  id: string;
  event: PublicEvent;
  joinedAt: string;
  /** Where in the event this person is, as far as they said. */
  zone?: string;
  /** Who the server was told is at the event: its announcements come to them. */
  toldBy?: string;
}

export interface EventQuery {
  text: string;
  from?: string;
  to?: string;
  after?: string;
}

/** An event is offered at the start of the app until so long after its end. */
const AFTERGLOW_MS = 12 * 3_600_000;

export class Events extends Observable {
  private joined = new Map<string, JoinedEvent>();

  constructor(
    private readonly api: CoreApi,
    private readonly database: Database,
    private readonly tabs: Tabs,
  ) {
    super();
    tabs.hear(({ about }) => {
      if (about === 'events') void this.load();
    });
  }

  async load(): Promise<void> {
    const joined = await readLatest(this.database, 'events', () => this.database.all<JoinedEvent>('events'));
    this.joined = new Map(joined.map((one) => [one.id, one]));
    this.changed();
  }

  get(id: string): JoinedEvent | undefined {
    return this.joined.get(id);
  }

  /** The last joined first. */
  get all(): JoinedEvent[] {
    return [...this.joined.values()].sort((a, b) => (a.joinedAt < b.joinedAt ? 1 : -1));
  }

  /** The event this person is most likely at. */
  current(now: number): JoinedEvent | undefined {
    return this.all.find(({ event }) => !isLongOver(event, now));
  }

  /** Finds an event by its code; nothing when there is none. */
  async byCode(code: string): Promise<PublicEvent | undefined> {
    return found(this.api.GET('/core/v1/public/events/by-code/{code}', { params: { path: { code } } }));
  }

  async search(query: EventQuery): Promise<{ items: PublicEvent[]; next?: string | null }> {
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value));
    return answer(this.api.GET('/core/v1/public/events', { params: { query: { ...given, limit: 20 } } }));
  }

  /** Keeps an event on this phone, and makes it the current one. A zone may be named by its id or by its name. */
  async join(event: PublicEvent, zone?: string): Promise<void> {
    const known = this.get(event.id);
    await this.keep({
      id: event.id,
      event,
      joinedAt: new Date().toISOString(),
      zone: zoneOf(event, zone) ?? known?.zone,
      toldBy: known?.toldBy,
    });
  }

  /** Notes that the server knows this person to be there. */
  async told(id: string, toldBy: string): Promise<void> {
    const joined = this.get(id);
    if (joined) await this.keep({ ...joined, toldBy });
  }

  /** Notes where in the event this person is. */
  async stand(id: string, zone: string | undefined): Promise<void> {
    const joined = this.get(id);
    if (joined) await this.keep({ ...joined, zone });
  }

  /** Looks whether the event changed; without a network what is known stays. An event that is gone stays, too. */
  async refresh(id: string): Promise<PublicEvent | undefined> {
    const event = await found(this.api.GET('/core/v1/public/events/{id}', { params: { path: { id } } }));
    const joined = this.get(id);
    if (event && joined && JSON.stringify(event) !== JSON.stringify(joined.event)) {
      await this.keep({ ...joined, event });
    }
    return event;
  }

  /** Forgets every event, for whoever uses this phone next. */
  async forget(): Promise<void> {
    this.joined.clear();
    this.changed();
    await this.database.clear('events');
    this.tabs.tell({ about: 'events' });
  }

  private async keep(joined: JoinedEvent): Promise<void> {
    this.joined.set(joined.id, joined);
    this.changed();
    await this.database.write({ table: 'events', put: [joined] });
    this.tabs.tell({ about: 'events' });
  }
}

/** After its end nobody may be there to answer; so it is said, and asking stays possible. */
export function isOver({ status, ends_at }: PublicEvent, now: number): boolean {
  return status === 'archived' || Date.parse(ends_at) < now;
}

/** Whether nothing is to be expected of an event any more. */
export function isLongOver({ ends_at, status }: PublicEvent, now: number): boolean {
  return status === 'archived' || Date.parse(ends_at) + AFTERGLOW_MS < now;
}

/** A printed link may carry either: ids never change, names can be typed. */
export function zoneOf(event: PublicEvent, given: string | undefined): string | undefined {
  const name = given?.trim().toLowerCase();
  const same = event.zones.find((zone) => zone.id === name || zone.name.trim().toLowerCase() === name);
  return same?.id;
}

async function found(
  call: Promise<{ data?: PublicEvent; error?: unknown; response: Response }>,
): Promise<PublicEvent | undefined> {
  try {
    return await answer(call);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return undefined;
    throw error;
  }
}
