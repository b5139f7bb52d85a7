/**
 * Keeps the app itself on the phone, so that it starts without a network. What people wrote and saw is kept by the
 * app; calls to the services never pass through here.
 */
export type {};

declare const self: ServiceWorkerGlobalScope;
/** Written by the build: every file of the app, and a name for this set of files. */
declare const __FILES__: string[];
declare const __VERSION__: string;

const PAGE = '/app/';
const ASSETS = `${PAGE}assets/`;
const cacheName = `steward-${__VERSION__}`;

self.addEventListener('install', (event) => {
  event.waitUntil(store().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(PAGE)) return;
  // Every address of the app is the same page.
  const wanted = request.mode === 'navigate' ? PAGE : url.pathname;
  event.respondWith(stored(wanted).then((known) => known ?? fetch(request)));
});

async function store(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Past the browser's own cache: an old page must not name files that are gone. Files that carry their content in
  // their name were fetched just now by the page itself: a crowded cell carries them once.
  const asked = (file: string): RequestCache => (file.startsWith(ASSETS) ? 'default' : 'reload');
  await cache.addAll(__FILES__.map((file) => new Request(file, { cache: asked(file) })));
}

async function stored(file: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(file);
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith('steward-') && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}
