import { useSyncExternalStore } from 'react';
import { keeper } from '../api/clients';
import type { Administrator, DashboardSession, Member } from '../api/types';
import type { SessionState } from './keeper';

/** What is known of the session, renewed when it changes. */
export function useSessionState(): SessionState {
  return useSyncExternalStore(keeper.subscribe, keeper.state);
}

/** Who is signed in, also while their session has expired; null when nobody is. */
export function useSession(): DashboardSession | null {
  const state = useSessionState();
  return 'session' in state ? state.session : null;
}

/** The signed-in member. Only for pages that stand behind the member's door. */
export function useMember(): Member {
  const member = useSession()?.member;
  if (!member) throw new Error('This page is for members.');
  return member;
}

/** The signed-in administrator, or null. */
export function useAdministrator(): Administrator | null {
  return useSession()?.administrator ?? null;
}
