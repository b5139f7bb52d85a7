/** Whether the desk keeps quiet; remembered in this browser. */

import { useSyncExternalStore } from 'react';

const KEY = 'steward.muted';
const listeners = new Set<() => void>();

export function isMuted(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function setMuted(muted: boolean): void {
  localStorage.setItem(KEY, muted ? 'yes' : 'no');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useMuted(): boolean {
  return useSyncExternalStore(subscribe, isMuted);
}
