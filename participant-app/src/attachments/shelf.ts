/** Where pictures and clips that were seen stay, to be seen without a network. */
import type { FileShelf } from '@steward/client-kit/uploads';

/** Not among the caches of the app itself, which go with each new version. */
const NAME = 'attachments';
/** What is larger is fetched again: the room on a phone is for words first. */
const MOST_BYTES = 500_000;

/** Nothing where the browser keeps nothing, as over plain HTTP. */
export function shelf(): FileShelf | undefined {
  if (!globalThis.caches) return undefined;
  return {
    get: async (name) => {
      const cache = await caches.open(NAME);
      return (await cache.match(addressOf(name)))?.blob();
    },
    put: async (name, file) => {
      if (file.size > MOST_BYTES) return;
      const cache = await caches.open(NAME);
      await cache.put(addressOf(name), new Response(file, { headers: { 'content-type': file.type } }));
    },
  };
}

/** Another person is to use this phone. */
export async function forgetFiles(): Promise<void> {
  await globalThis.caches?.delete(NAME).catch(() => false);
}

function addressOf(name: string): string {
  return `/attachments/${name}`;
}
