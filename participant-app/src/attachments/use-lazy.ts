import { useEffect, useState } from 'preact/hooks';

const loaded = new Map<() => Promise<unknown>, unknown>();

/** A part of the app that is fetched when it is first shown; undefined until it is here. */
export function useLazy<T>(load: () => Promise<T>): T | undefined {
  const [, look] = useState(0);
  useEffect(() => {
    if (loaded.has(load)) return;
    const fetched = (part: T) => {
      loaded.set(load, part);
      look((count) => count + 1);
    };
    // Without a network it is asked for again when it is shown again.
    load().then(fetched, () => undefined);
  }, [load]);
  return loaded.get(load) as T | undefined;
}
