import { type Change, type Database, type Key, MemoryDatabase, type Table, tables } from './database';

const NAME = 'steward';
const VERSION = 1;
/** A browser that does not even answer within this will not store anything. */
const OPEN_MS = 4_000;

/** Opens the phone's database; where that is refused, memory takes its place. */
export async function openDatabase(
  factory: IDBFactory | undefined = globalThis.indexedDB,
): Promise<Database> {
  try {
    return new IndexedDatabase(await open(factory));
  } catch {
    return new MemoryDatabase();
  }
}

function open(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new Error('There is no IndexedDB.');
    const late = setTimeout(() => reject(new Error('IndexedDB does not answer.')), OPEN_MS);
    const request = factory.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const [table, keyPath] of Object.entries(tables)) {
        request.result.createObjectStore(table, {
          keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath],
        });
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      clearTimeout(late);
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

/** On the disk. When the disk fails (full, or taken away by the browser) it goes on in memory and says so. */
class IndexedDatabase implements Database {
  onLost = (): void => {};
  private instead: MemoryDatabase | undefined;

  constructor(private readonly database: IDBDatabase) {}

  get kept(): boolean {
    return !this.instead;
  }

  async get<T>(table: Table, key: Key): Promise<T | undefined> {
    const newer = await this.instead?.get<T>(table, key);
    return (
      newer ??
      this.read(
        table,
        (store) => store.get(key),
        () => undefined,
      )
    );
  }

  all<T>(table: Table, of?: string): Promise<T[]> {
    const range = of === undefined ? undefined : IDBKeyRange.bound([of, 0], [of, Number.MAX_SAFE_INTEGER]);
    return this.read(
      table,
      (store) => store.getAll(range),
      () => [],
    );
  }

  async write(...changes: Change[]): Promise<void> {
    if (this.instead) return this.instead.write(...changes);
    try {
      await this.commit(
        changes.map(({ table }) => table),
        (store) => {
          for (const change of changes) apply(store(change.table), change);
        },
      );
    } catch {
      await this.giveUp().write(...changes);
    }
  }

  async clear(...cleared: Table[]): Promise<void> {
    await this.instead?.clear(...cleared);
    await this.commit(cleared, (store) => {
      for (const table of cleared) store(table).clear();
    }).catch(() => this.giveUp());
  }

  private async read<T>(table: Table, ask: (store: IDBObjectStore) => IDBRequest, none: () => T): Promise<T> {
    try {
      const stored = await new Promise<T>((resolve, reject) => {
        const request = ask(this.database.transaction(table).objectStore(table));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      return stored;
    } catch {
      return none();
    }
  }

  private commit(used: Table[], act: (store: (table: Table) => IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      // Strict: a phone whose battery ends must still have what was written.
      const transaction = this.database.transaction([...new Set(used)], 'readwrite', {
        durability: 'strict',
      });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      act((table) => transaction.objectStore(table));
    });
  }

  private giveUp(): MemoryDatabase {
    if (!this.instead) {
      this.instead = new MemoryDatabase();
      this.onLost();
    }
    return this.instead;
  }
}

function apply(store: IDBObjectStore, { put = [], remove = [], removeOf }: Change): void {
  if (removeOf !== undefined)
    store.delete(IDBKeyRange.bound([removeOf, 0], [removeOf, Number.MAX_SAFE_INTEGER]));
  for (const key of remove) store.delete(key);
  for (const value of put) store.put(value);
}
