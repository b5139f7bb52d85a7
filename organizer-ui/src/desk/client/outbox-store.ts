/** Keeps the outbox in the browser's database, one for each member, so that it survives a reload and a crash. */

import { MemoryOutboxStore, type OutboxEntry, type OutboxStore } from '@steward/client-kit/outbox';
import { within } from '@steward/client-kit/patience';

const STORE = 'entries';
/** A browser that does not even answer within this stores nothing for this page. */
const OPEN_MS = 4_000;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

class DatabaseOutboxStore implements OutboxStore {
  constructor(private readonly database: IDBDatabase) {}

  async load(): Promise<OutboxEntry[]> {
    return settled(this.entries('readonly').getAll());
  }

  async put(entry: OutboxEntry): Promise<void> {
    await this.change((entries) => entries.put(entry));
  }

  async remove(clientId: string): Promise<void> {
    await this.change((entries) => entries.delete(clientId));
  }

  /** Resolves once the change is on the disk: a request that succeeded may still be undone. */
  private change(act: (entries: IDBObjectStore) => void): Promise<void> {
    const entries = this.entries('readwrite');
    return new Promise((resolve, reject) => {
      entries.transaction.oncomplete = () => resolve();
      entries.transaction.onabort = () => reject(entries.transaction.error);
      act(entries);
    });
  }

  private entries(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE);
  }
}

async function open(member: string): Promise<IDBDatabase> {
  const request = indexedDB.open(`steward-outbox-${member}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'client_id' });
  return settled(request);
}

/**
 * Opens the member's store at the first use. Where the browser has no database, or it is full, the page's memory has
 * to do: what was written is sent all the same.
 */
export function outboxStoreOf(member: string): OutboxStore {
  const opening = open(member);
  const store = within(OPEN_MS, opening)
    .then((database): OutboxStore => new DatabaseOutboxStore(database))
    .catch((): OutboxStore => {
      // One that comes too late is in nobody's way.
      opening.then((database) => database.close()).catch(() => undefined);
      return new MemoryOutboxStore();
    });
  return {
    load: async () => (await store).load().catch(() => []),
    put: async (entry) => (await store).put(entry).catch(() => undefined),
    remove: async (clientId) => (await store).remove(clientId).catch(() => undefined),
  };
}
