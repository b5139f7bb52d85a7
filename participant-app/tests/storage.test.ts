import { IDBFactory } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { Drafts } from '../src/conversations/conversations';
import { MemoryDatabase, readLatest } from '../src/storage/database';
import { openDatabase } from '../src/storage/indexeddb';

const message = (conversation: string, seq: number) => ({ conversation, seq });

const databases = [
  ['on the disk', () => openDatabase(new IDBFactory())],
  ['in memory', async () => new MemoryDatabase()],
] as const;

test.each(databases)('%s: what is written can be read, changed and removed', async (_, make) => {
  const database = await make();
  await database.write(
    { table: 'messages', put: [message('a', 1), message('a', 2), message('b', 1)] },
    { table: 'meta', put: [{ key: 'epoch', value: 'one' }] },
  );
  expect(await database.all('messages', 'a')).toEqual([message('a', 1), message('a', 2)]);
  expect(await database.all('messages')).toHaveLength(3);
  expect(await database.get('meta', 'epoch')).toEqual({ key: 'epoch', value: 'one' });
  await database.write({ table: 'messages', removeOf: 'a', put: [message('a', 9)] });
  await database.write({ table: 'messages', remove: [['b', 1]] });
  expect(await database.all('messages')).toEqual([message('a', 9)]);
  await database.clear('messages', 'meta');
  expect(await database.all('messages')).toEqual([]);
});

test('a browser that refuses to store anything gets memory, and that is known', async () => {
  const refusing = {
    open: () => {
      throw new DOMException('Denied', 'SecurityError');
    },
  };
  expect((await openDatabase(refusing as unknown as IDBFactory)).loss).toBe('refused');
  vi.stubGlobal('indexedDB', undefined);
  expect((await openDatabase()).loss).toBe('refused');
});

test('when the disk is full everything goes on in memory, and that is said once', async () => {
  const database = await openDatabase(new IDBFactory());
  const lost = vi.fn();
  database.onLost = lost;
  await database.write({ table: 'outbox', put: [{ client_id: 'one' }, { client_id: 'two' }] });
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await database.write({ table: 'outbox', put: [{ client_id: 'three' }] });
  await database.write({ table: 'outbox', put: [{ client_id: 'four' }], remove: ['one'] });
  expect(await database.all('outbox')).toEqual([
    { client_id: 'two' },
    { client_id: 'three' },
    { client_id: 'four' },
  ]);
  expect(await database.get('outbox', 'three')).toEqual({ client_id: 'three' });
  expect([database.loss, lost.mock.calls.length]).toEqual(['full', 1]);
  full.mockRestore();
  await database.write({ table: 'outbox', remove: ['two'] });
  expect(await database.get('outbox', 'two')).toBeUndefined();
});

test('a disk that is taken away leaves what was seen of it', async () => {
  const disk = new IDBFactory();
  await (await openDatabase(disk)).write({
    table: 'outbox',
    put: [{ client_id: 'one' }, { client_id: 'two' }],
  });
  const database = await openDatabase(disk);
  const lost = vi.fn();
  database.onLost = lost;
  expect(await database.all('outbox')).toHaveLength(2);
  await database.write({ table: 'outbox', put: [{ client_id: 'three' }], remove: ['one'] });
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  });
  expect(await database.all('outbox')).toEqual([{ client_id: 'two' }, { client_id: 'three' }]);
  expect([database.loss, lost.mock.calls.length]).toEqual(['refused', 1]);
});

test('a write is all or nothing', async () => {
  const disk = new IDBFactory();
  const database = await openDatabase(disk);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await database.write({ table: 'meta', remove: ['x'] }, { table: 'outbox', put: [{ client_id: 'one' }] });
  expect(await (await openDatabase(disk)).all('outbox')).toEqual([]);
});

test('what is typed while the draft is still being looked up is not lost to it', async () => {
  const disk = new IDBFactory();
  await new Drafts(await openDatabase(disk)).keep('message x', 'yesterday');
  const drafts = new Drafts(await openDatabase(disk));
  const looked = drafts.load('message x');
  await drafts.keep('message x', 'today');
  expect(await looked).toBe('today');
  const again = new Drafts(await openDatabase(disk));
  const forgotten = again.load('message x');
  await again.forget('message x');
  expect(await forgotten).toBeUndefined();
});

test.each(databases)('what was read before this tab changed it is read again, %s', async (_, open) => {
  const database = await open();
  await database.write({ table: 'meta', put: [{ key: 'session', value: 'old' }] });
  let reads = 0;
  const value = await readLatest(database, 'meta', async () => {
    const read = await database.get('meta', 'session');
    reads += 1;
    if (reads === 1) void database.write({ table: 'meta', put: [{ key: 'session', value: 'new' }] });
    return read;
  });
  expect([value, reads]).toEqual([{ key: 'session', value: 'new' }, 2]);
});
