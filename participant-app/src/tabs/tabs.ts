/**
 * The other tabs of this app on this phone. Tabs share what is stored; they tell each other what they changed, and
 * one of them at a time holds the connection.
 */

/** What one tab tells the others. */
export type TabMessage =
  | { about: 'session' | 'events' | 'requests' | 'outbox' | 'live location' }
  | { about: 'conversation'; id: string }
  /** Ephemeral things, from the tab that holds the connection to those that do not, and back. */
  | { about: 'link'; state: unknown }
  | { about: 'frame'; frame: unknown }
  | { about: 'send'; frame: unknown }
  /** The person wants the place back that another device took. */
  | { about: 'resume' }
  | { about: 'who' };

/** A tab that holds a lock for longer is frozen in the background: nobody waits for it. */
const PATIENCE_MS = 10_000;

export class Tabs {
  /** What keeps the tabs from doing the same at once; older browsers and plain HTTP do not have it. */
  readonly locks: LockManager | undefined;
  private channel: BroadcastChannel | undefined;
  private readonly listeners = new Set<(message: TabMessage) => void>();
  /** Without locks: the last work under each name, which the next one waits for. */
  private readonly queued = new Map<string, Promise<unknown>>();

  /** `shared`: whether tabs see the same storage; without it each is alone. */
  constructor(shared: boolean) {
    if (!shared) return;
    this.locks = globalThis.navigator?.locks;
    if (typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel('steward');
    this.channel.onmessage = (event) => {
      for (const listener of this.listeners) listener(event.data as TabMessage);
    };
  }

  tell(message: TabMessage): void {
    this.channel?.postMessage(message);
  }

  /** Storage is not shared any more: from now on this tab is alone. */
  leave(): void {
    this.channel?.close();
    this.channel = undefined;
  }

  hear(listener: (message: TabMessage) => void): void {
    this.listeners.add(listener);
  }

  /**
   * Runs the work of one tab at a time. Without locks between tabs only the work of this one waits for its turn; the
   * server copes with the rest.
   */
  async alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (!this.locks) return this.inTurn(name, work);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    const begin = () => {
      clearTimeout(timer);
      return work();
    };
    try {
      return (await this.locks.request(`steward-${name}`, { signal: patience.signal }, begin)) as T;
    } catch (error) {
      if (!patience.signal.aborted) throw error;
      return work();
    }
  }

  private inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.queued.get(name) ?? Promise.resolve()).then(work);
    const done = turn.catch(() => undefined);
    this.queued.set(name, done);
    return turn;
  }
}
