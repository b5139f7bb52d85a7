import { useEffect } from 'react';
import { keeper } from '../../api/clients';
import type { DeskClient } from './desk-client';

/** How often it is asked whether the session is good again. */
const LOOK_MS = 5_000;

function endedWithSession(client: DeskClient): boolean {
  const state = client.connection();
  return state.phase === 'stopped' && (state.reason === 'revoked' || state.reason === 'unauthenticated');
}

/**
 * The service ended the connection because the session ended, or because of what it may do. Asks what is left of the
 * session, which lets the person sign in again, and connects once that has happened.
 */
export function useRevival(client: DeskClient): void {
  useEffect(() => {
    const ask = () => {
      if (endedWithSession(client)) void keeper.refresh();
    };
    const timer = setInterval(ask, LOOK_MS);
    const stopped = client.changes.on('connection', ask);
    const signedIn = keeper.subscribe(() => {
      if (keeper.state().phase === 'signed-in' && endedWithSession(client)) client.start();
    });
    return () => {
      clearInterval(timer);
      stopped();
      signedIn();
    };
  }, [client]);
}
