/**
 * What the phone keeps. One interface, two forms: IndexedDB, and memory where a browser refuses to store anything.
 */

/** What is kept, and under which key each thing stands. */
export const tables = {
  /** Single things: the session, the device's name, drafts. */
  meta: 'key',
  events: 'id',
  requests: 'key',
  states: 'id',
  messages: ['conversation', 'seq'],
  outbox: 'client_id',
} as const;

export type Table = keyof typeof tables;
export type Key = string | [string, number];

export interface Change {
  table: Table;
  put?: object[];
  remove?: Key[];
  /** Removes all whose key begins with this, before anything is put. */
  removeOf?: string;
}

/** Why nothing outlives the page: the browser refuses to store anything, or there is no room left. */
export type Loss = 'refused' | 'full';

export interface Database {
  /** Nothing while what is written outlives the page. */
  readonly loss: Loss | undefined;
  /** Told once when storage failed and memory took over. */
  onLost: () => void;
  get<T>(table: Table, key: Key): Promise<T | undefined>;
  /** Everything, or what belongs to one conversation. */
  all<T>(table: Table, of?: string): Promise<T[]>;
  /** All or nothing, and on the disk when it resolves. */
  write(...changes: Change[]): Promise<void>;
  /** Forgets everything in these tables. */
  clear(...cleared: Table[]): Promise<void>;
  /** How often this tab began to change a table. */
  changesOf(table: Table): number;
}

/** Reads again until this tab changed nothing meanwhile: what was read before a change would take it back. */
export async function readLatest<T>(database: Database, table: Table, read: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = database.changesOf(table);
    const value = await read();
    if (database.changesOf(table) === before) return value;
  }
}

/** Counts what begins to change. */
export class Changes {
  private readonly counts = new Map<Table, number>();

  of(table: Table): number {
    return this.counts.get(table) ?? 0;
  }

  note(changed: Table[]): void {
    for (const table of changed) this.counts.set(table, this.of(table) + 1);
  }
}

function keyOf(table: Table, value: object): Key {
  const path = tables[table];
  const fields = value as Record<string, string | number>;
  return typeof path === 'string' ? (fields[path] as string) : (path.map((part) => fields[part]) as Key);
}

/** Keeps things as long as the page lives. */
export class MemoryDatabase implements Database {
  readonly loss = 'refused';
  onLost = (): void => {};
  private readonly changes = new Changes();
  private readonly data = new Map<Table, Map<string, { key: Key; value: object }>>();

  async get<T>(table: Table, key: Key): Promise<T | undefined> {
    return this.rows(table).get(JSON.stringify(key))?.value as T | undefined;
  }

  async all<T>(table: Table, of?: string): Promise<T[]> {
    const rows = [...this.rows(table).values()];
    return rows.filter(({ key }) => of === undefined || key[0] === of).map(({ value }) => value as T);
  }

  changesOf(table: Table): number {
    return this.changes.of(table);
  }

  async write(...changes: Change[]): Promise<void> {
    this.changes.note(changes.map(({ table }) => table));
    for (const { table, put = [], remove = [], removeOf } of changes) {
      const rows = this.rows(table);
      for (const [name, { key }] of rows)
        if (removeOf !== undefined && key[0] === removeOf) rows.delete(name);
      for (const key of remove) rows.delete(JSON.stringify(key));
      for (const value of put) {
        const key = keyOf(table, value);
        rows.set(JSON.stringify(key), { key, value });
      }
    }
  }

  async clear(...cleared: Table[]): Promise<void> {
    this.changes.note(cleared);
    for (const table of cleared) this.rows(table).clear();
  }

  private rows(table: Table) {
    let rows = this.data.get(table);
    if (!rows) {
      rows = new Map();
      this.data.set(table, rows);
    }
    return rows;
  }
}
