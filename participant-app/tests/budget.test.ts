// @vitest-environment node
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What a phone may have to fetch before the app can be used, compressed. */
const BUDGET_BYTES = 80 * 1024;
const root = join(import.meta.dirname, '..');
let dist: string;

beforeAll(async () => {
  process.env.NODE_ENV = 'production';
  dist = await mkdtemp(join(tmpdir(), 'steward-app-'));
  await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
});

afterAll(() => rm(dist, { recursive: true, force: true }));

async function firstLoad(): Promise<string[]> {
  const page = await readFile(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/app\/(assets\/[^"]+)"/g)].map(
    (match) => match[1] as string,
  );
  return ['index.html', ...named];
}

test('the first load stays within its budget', async () => {
  const files = await firstLoad();
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  expect(files.some((file) => file.endsWith('.css'))).toBe(true);
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(dist, file))).length),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  process.stdout.write(`first load: ${(bytes / 1024).toFixed(1)} of ${BUDGET_BYTES / 1024} KiB\n`);
  expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
});

test('the service worker keeps every file that the app needs, and no file that is not there', async () => {
  const worker = await readFile(join(dist, 'service-worker.js'), 'utf8');
  const list = worker.match(/\["\/app\/"[^\]]*\]/)?.[0] ?? '[]';
  const kept = new Set(JSON.parse(list) as string[]);
  const built = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    // The larger icons are only for whoever installs the app.
    .filter((file) => !/^(service-worker\.js|index\.html|icon-.*\.png)$/.test(file));
  expect([...kept].sort()).toEqual(['/app/', ...built.map((file) => `/app/${file}`)].sort());
});
