import { within } from '@steward/client-kit/patience';
import {
  type Change,
  Changes,
  type Database,
  type Key,
  type Loss,
  MemoryDatabase,
  type Table,
  tables,
} from './database';

const NAME = 'steward';
const VERSION = 1;
/** A browser that does not even answer within this stores nothing for this page. */
const OPEN_MS = 4_000;

/** Opens the phone's database; where that is refused, memory takes its place. */
export async function openDatabase(
  factory: IDBFactory | undefined = globalThis.indexedDB,
): Promise<Database> {
  const opening = open(factory);
  try {
    return new IndexedDatabase(await within(OPEN_MS, opening));
  } catch {
    // One that comes too late is in nobody's way.
    opening.then((database) => database.close()).catch(() => undefined);
    return new MemoryDatabase();
  }
}

function open(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new Error('There is no IndexedDB.');
    const request = factory.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const [table, keyPath] of Object.entries(tables)) {
        request.result.createObjectStore(table, {
          keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath],
        });
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
}

/**
 * On the disk. When the disk fails (full, or taken away by the browser) everything that can still be read moves to
 * memory, which from then on is the truth; the disk is told what it can still take. What cannot be read any more is
 * as this tab last saw it.
 */
class IndexedDatabase implements Database {
  onLost = (): void => {};
  private lost: Loss | undefined;
  private readonly changes = new Changes();
  private instead: Promise<MemoryDatabase> | undefined;
  /** What was read and written here: the same things as the app shows, so they cost hardly any memory. */
  private readonly seen = new MemoryDatabase();

  constructor(private readonly database: IDBDatabase) {
    // The browser takes the disk away, such as when somebody clears what websites stored.
    database.onversionchange = () => {
      database.close();
      void this.giveUp('refused');
    };
    database.onclose = () => void this.giveUp('refused');
  }

  get loss(): Loss | undefined {
    return this.lost;
  }

  async get<T>(table: Table, key: Key): Promise<T | undefined> {
    if (this.instead) return (await this.instead).get(table, key);
    try {
      const value = await this.read<object | undefined>(table, (store) => store.get(key));
      await this.seen.write(value ? { table, put: [value] } : { table, remove: [key] });
      return value as T | undefined;
    } catch (error) {
      return (await this.giveUp(lossOf(error))).get<T>(table, key);
    }
  }

  async all<T>(table: Table, of?: string): Promise<T[]> {
    if (this.instead) return (await this.instead).all(table, of);
    const range = of === undefined ? undefined : IDBKeyRange.bound([of, 0], [of, Number.MAX_SAFE_INTEGER]);
    try {
      const rows = await this.read<object[]>(table, (store) => store.getAll(range));
      if (of === undefined) await this.seen.clear(table);
      await this.seen.write({ table, removeOf: of, put: rows });
      return rows as T[];
    } catch (error) {
      return (await this.giveUp(lossOf(error))).all<T>(table, of);
    }
  }

  changesOf(table: Table): number {
    return this.changes.of(table);
  }

  async write(...changes: Change[]): Promise<void> {
    const used = changes.map(({ table }) => table);
    await this.change(
      used,
      (store) => {
        for (const change of changes) apply(store(change.table), change);
      },
      (memory) => memory.write(...changes),
    );
  }

  async clear(...cleared: Table[]): Promise<void> {
    await this.change(
      cleared,
      (store) => {
        for (const table of cleared) store(table).clear();
      },
      (memory) => memory.clear(...cleared),
    );
  }

  private async change(
    used: Table[],
    onDisk: (store: (table: Table) => IDBObjectStore) => void,
    inMemory: (memory: MemoryDatabase) => Promise<void>,
  ): Promise<void> {
    this.changes.note(used);
    const failure = await this.commit(used, onDisk).then(
      () => undefined,
      (error) => lossOf(error),
    );
    await inMemory(this.seen);
    if (failure || this.instead) await inMemory(await this.giveUp(failure));
  }

  private read<T>(table: Table, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const request = ask(this.database.transaction(table).objectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
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

  private giveUp(loss: Loss = 'refused'): Promise<MemoryDatabase> {
    if (!this.instead) {
      this.lost = loss;
      this.instead = this.rescue();
      this.onLost();
    }
    return this.instead;
  }

  private async rescue(): Promise<MemoryDatabase> {
    const memory = new MemoryDatabase();
    for (const table of Object.keys(tables) as Table[]) {
      const read = this.read<object[]>(table, (store) => store.getAll());
      await memory.write({ table, put: await read.catch(() => this.seen.all<object>(table)) });
    }
    return memory;
  }
}

function lossOf(error: unknown): Loss {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
}

function apply(store: IDBObjectStore, { put = [], remove = [], removeOf }: Change): void {
  if (removeOf !== undefined)
    store.delete(IDBKeyRange.bound([removeOf, 0], [removeOf, Number.MAX_SAFE_INTEGER]));
  for (const key of remove) store.delete(key);
  for (const value of put) store.put(value);
}
