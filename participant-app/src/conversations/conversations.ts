import type { Outbox, OutboxEntry } from '@steward/client-kit/outbox';
import type { Copy, Replica } from '@steward/client-kit/replica';
import type { LocalRequest } from '../help-requests/model';
import { Observable } from '../state/observable';
import type { Database } from '../storage/database';
import { newestOfOthers, type ThreadItem, threadOf } from './thread';

/** What was said and what waits to be said, together, for the screens. */
export class Conversations extends Observable {
  constructor(
    private readonly replica: Replica,
    private readonly outbox: Outbox,
    private readonly me: () => string | undefined,
  ) {
    super();
  }

  /** Something of a conversation can be seen differently. */
  readonly touched = (): void => this.changed();

  copy(local: LocalRequest | undefined): Copy | undefined {
    return local?.conversation ? this.replica.copy(local.conversation) : undefined;
  }

  /** The newest number of others below which nothing is missing here. */
  newest(local: LocalRequest): number {
    const copy = this.copy(local);
    return copy ? newestOfOthers(copy, this.me(), this.replica.head(copy.id)) : 0;
  }

  thread(local: LocalRequest): ThreadItem[] {
    return threadOf({
      local,
      copy: this.copy(local),
      waiting: this.waiting(local),
      me: this.me(),
    });
  }

  /** Written and not confirmed: for the conversation, or for the request that is to open it. */
  private waiting({ key, conversation }: LocalRequest): OutboxEntry[] {
    const named = conversation ? this.outbox.of(conversation) : [];
    return [...named, ...this.outbox.of(key)];
  }
}

/** Words that were begun and not sent, for each place where words can be written. */
export class Drafts {
  private readonly kept = new Map<string, unknown>();

  constructor(private readonly database: Database) {}

  async load<T>(name: string): Promise<T | undefined> {
    if (this.kept.has(name)) return this.kept.get(name) as T;
    const stored = await this.database.get<{ value: T }>('meta', `draft ${name}`);
    // Whoever typed meanwhile keeps their words.
    return this.kept.has(name) ? (this.kept.get(name) as T) : stored?.value;
  }

  async keep(name: string, value: unknown): Promise<void> {
    this.kept.set(name, value);
    await this.database.write({ table: 'meta', put: [{ key: `draft ${name}`, value }] });
  }

  /** Forgets all of them, for whoever uses this phone next. */
  async clear(): Promise<void> {
    this.kept.clear();
    const stored = await this.database.all<{ key: string }>('meta');
    const remove = stored.map(({ key }) => key).filter((key) => key.startsWith('draft '));
    await this.database.write({ table: 'meta', remove });
  }

  async forget(name: string): Promise<void> {
    this.kept.set(name, undefined);
    await this.database.write({ table: 'meta', remove: [`draft ${name}`] });
  }
}
