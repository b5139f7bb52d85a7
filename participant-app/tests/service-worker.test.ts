// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformWithOxc } from 'vite';
import { beforeEach, expect, test } from 'vitest';

const FILES = ['/app/', '/app/assets/main-1.js', '/app/icon.svg'];
type Handler = (event: Record<string, unknown>) => void;

/** The worker with a cache of its own, and a network that counts. */
async function worker(version: string, stored: Map<string, Map<string, string>>) {
  const path = join(import.meta.dirname, '../src/service-worker/worker.ts');
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
  const handlers = new Map<string, Handler>();
  const fetched: { url: string; cache?: string }[] = [];
  const cacheOf = (name: string) => {
    const files = stored.get(name) ?? new Map<string, string>();
    stored.set(name, files);
    return {
      addAll: async (requests: { url: string; cache?: string }[]) => {
        for (const request of requests) {
          fetched.push(request);
          files.set(request.url, `${version} ${request.url}`);
        }
      },
      match: async (url: string) => files.get(url),
    };
  };
  runInNewContext(
    code
      .replace(/export\s*\{\s*\};?/, '')
      .replace('__FILES__', JSON.stringify(FILES))
      .replace('__VERSION__', `'${version}'`),
    {
      self: {
        addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
        skipWaiting: async () => undefined,
        clients: { claim: async () => undefined },
      },
      caches: {
        open: async (name: string) => cacheOf(name),
        keys: async () => [...stored.keys()],
        delete: async (name: string) => stored.delete(name),
      },
      location: { origin: 'https://steward.test' },
      URL,
      Request: class {
        constructor(
          readonly url: string,
          readonly init: { cache?: string } = {},
        ) {}
        get cache() {
          return this.init.cache;
        }
      },
      fetch: async ({ url }: { url: string }) => `network ${url}`,
    },
  );
  const run = async (type: 'install' | 'activate') => {
    let done: Promise<unknown> = Promise.resolve();
    handlers.get(type)?.({
      waitUntil: (work: Promise<unknown>) => {
        done = work;
      },
    });
    await done;
  };
  const ask = async (url: string, more: object = {}): Promise<unknown> => {
    let answered: Promise<unknown> | undefined;
    const request = { url: `https://steward.test${url}`, method: 'GET', mode: 'cors', ...more };
    handlers.get('fetch')?.({
      request,
      respondWith: (answer: Promise<unknown>) => {
        answered = answer;
      },
    });
    return answered ?? 'not touched';
  };
  return { run, ask, fetched };
}

let stored: Map<string, Map<string, string>>;
beforeEach(() => {
  stored = new Map();
});

test('every address of the app is the kept page, also without a network', async () => {
  const { run, ask } = await worker('v1', stored);
  await run('install');
  for (const path of ['/app/', '/app/join/FEST26?zone=a', '/app/requests/1']) {
    expect(await ask(path, { mode: 'navigate' })).toBe('v1 /app/');
  }
  expect(await ask('/app/assets/main-1.js')).toBe('v1 /app/assets/main-1.js');
  expect(await ask('/app/icon-512.png')).toBe('network https://steward.test/app/icon-512.png');
});

test('calls to the services, other pages and everything that changes something pass by', async () => {
  const { run, ask } = await worker('v1', stored);
  await run('install');
  for (const path of ['/messenger/v1/conversations', '/auth/v1/me', '/desk', '/']) {
    expect(await ask(path), path).toBe('not touched');
  }
  expect(await ask('/app/', { method: 'POST' })).toBe('not touched');
  expect(await ask('', { url: 'https://elsewhere.test/app/' })).toBe('not touched');
});

test('a newer app takes the place of the older one, and nothing of it is fetched twice', async () => {
  const first = await worker('v1', stored);
  await first.run('install');
  const next = await worker('v2', stored);
  await next.run('install');
  expect([...stored.keys()]).toEqual(['steward-v1', 'steward-v2']);
  await next.run('activate');
  expect([...stored.keys()]).toEqual(['steward-v2']);
  expect(await next.ask('/app/', { mode: 'navigate' })).toBe('v2 /app/');
  expect(next.fetched.map(({ url, cache }) => [url, cache])).toEqual([
    ['/app/', 'reload'],
    ['/app/assets/main-1.js', 'default'],
    ['/app/icon.svg', 'reload'],
  ]);
});
