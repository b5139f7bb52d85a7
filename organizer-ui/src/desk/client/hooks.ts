/** What screens read of the desk, renewed when it changes. */

import { useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { useNow } from '../../components/useNow';
import { useDeskEvents } from '../useDeskEvents';
import { DeskContext, type DeskContextValue } from './DeskProvider';
import type { DeskClient } from './desk-client';
import type { ConversationView } from './view';

export function useDeskContext(): DeskContextValue {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('There is no desk here.');
  return desk;
}

export function useDesk(): DeskClient {
  return useDeskContext().client;
}

function useChange<T>(name: string, read: () => T): T {
  const desk = useDesk();
  const subscribe = useCallback((listener: () => void) => desk.changes.on(name, listener), [desk, name]);
  return useSyncExternalStore(subscribe, read);
}

export function useConnection() {
  return useChange('connection', useDesk().connection);
}

/** False until the first catching up is complete. */
export function useReady(): boolean {
  return useChange('connection', useDesk().ready);
}

export function useMyConversations(): readonly ConversationView[] {
  return useChange('mine', useDesk().myConversations);
}

/** The channels of the teams that go on. */
export function useTeams(): readonly ConversationView[] {
  return useChange('teams', useDesk().openTeams);
}

/** The channel of an event's team; undefined while nobody has needed it. */
export function useTeam(event: string): ConversationView | undefined {
  const desk = useDesk();
  const read = useCallback(() => desk.team(event), [desk, event]);
  return useChange('teams', read);
}

export function useConversation(id: string): ConversationView {
  const desk = useDesk();
  const read = useCallback(() => desk.view(id), [desk, id]);
  return useChange(id, read);
}

/** All waiting requests of the events that are followed, in no order. */
export function useRequests() {
  const desk = useDesk();
  const read = useCallback(() => desk.queues.store.requests(), [desk]);
  return useChange('queue', read);
}

/** Whom nobody has answered for too long; told to those who lead. */
export function useUnanswered() {
  return useChange('unanswered', useDesk().unanswered.read);
}

/** The service's clock, which waiting times are measured by: this machine's may be wrong. */
export function useServerNow(): number {
  const desk = useDesk();
  return useNow() + desk.clockOffset();
}

/** What calls for the desk: people who wait, and conversations and teams of its events with something unread. */
export function useDeskCount(): number {
  const requests = useRequests();
  const mine = useMyConversations();
  const teams = useTeams();
  const { events } = useDeskEvents();
  return useMemo(() => {
    const shown = teams.filter(({ state }) => events.some(({ id }) => id === state?.event));
    return requests.length + [...mine, ...shown].filter((view) => view.unread > 0).length;
  }, [requests, mine, teams, events]);
}

/** What is being written in a conversation and was not sent; empty when there is nothing. */
export function useDraftText(conversation: string): string {
  const { drafts } = useDeskContext();
  return useSyncExternalStore(drafts.subscribe, () => drafts.read(conversation));
}
