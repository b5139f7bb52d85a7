/** Pages are parts of their own, so that the first one opens quickly; the others are fetched behind it. */

import type { ComponentType } from 'react';

/** How long the first page has the network to itself. */
const AFTER_MS = 1500;

const loads: (() => Promise<unknown>)[] = [];

/** Describes a page to the router. */
export function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  loads.push(load);
  return async () => ({ Component: (await load())[name] });
}

/** Fetches every page soon, so that all of them open also while the server restarts. */
export function fetchPagesSoon(): () => void {
  const timer = setTimeout(() => {
    for (const load of loads) load().catch(() => undefined);
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
