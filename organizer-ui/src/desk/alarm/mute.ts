/** Whether the desk keeps quiet; remembered in this browser, for each member who works here. */

import { useSyncExternalStore } from 'react';
import { useMember } from '../../sessions/useSession';

const listeners = new Set<() => void>();
const keyOf = (member: string) => `steward.muted.${member}`;

export function isMuted(member: string): boolean {
  return localStorage.getItem(keyOf(member)) === 'yes';
}

export function setMuted(member: string, muted: boolean): void {
  localStorage.setItem(keyOf(member), muted ? 'yes' : 'no');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether it is quiet for the member who is signed in. */
export function useMuted(): boolean {
  const { id } = useMember();
  return useSyncExternalStore(subscribe, () => isMuted(id));
}
