/**
 * The other tabs of this app on this phone. Tabs share what is stored; they tell each other what they changed, and
 * one of them at a time holds the connection.
 */

/** What one tab tells the others. */
export type TabMessage =
  | { about: 'session' | 'events' | 'requests' | 'outbox' }
  | { about: 'conversation'; id: string }
  /** Ephemeral things, from the tab that holds the connection to those that do not, and back. */
  | { about: 'link'; state: unknown }
  | { about: 'frame'; frame: unknown }
  | { about: 'send'; frame: unknown }
  /** The person wants the place back that another device took. */
  | { about: 'resume' }
  | { about: 'who' };

export class Tabs {
  private readonly channel: BroadcastChannel | undefined;
  private readonly listeners = new Set<(message: TabMessage) => void>();

  /** `shared`: whether tabs see the same storage; without it each is alone. */
  constructor(shared: boolean) {
    if (!shared || typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel('steward');
    this.channel.onmessage = (event) => {
      for (const listener of this.listeners) listener(event.data as TabMessage);
    };
  }

  tell(message: TabMessage): void {
    this.channel?.postMessage(message);
  }

  hear(listener: (message: TabMessage) => void): void {
    this.listeners.add(listener);
  }
}

/** A tab that holds a lock for longer is frozen in the background: nobody waits for it. */
const PATIENCE_MS = 10_000;

/** The last work under each name in this tab, for browsers without locks. */
const queued = new Map<string, Promise<unknown>>();

/**
 * Runs one tab's work at a time. Older browsers and plain HTTP have no locks between tabs: there only the work of
 * this tab waits for each other, and the server copes with the rest.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (!locks) {
    const turn = (queued.get(name) ?? Promise.resolve()).then(work);
    queued.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const begin = () => {
    clearTimeout(timer);
    return work();
  };
  try {
    return (await locks.request(`steward-${name}`, { signal: patience.signal }, begin)) as T;
  } catch (error) {
    if (!patience.signal.aborted) throw error;
    return work();
  }
}
