import { useMemo } from 'react';
import type { Event } from '../api/types';
import { deskEvents } from '../events/rules';
import { useOpenEvents } from '../events/useEvents';

/** The events whose queues this desk follows, those on now first. */
export function useDeskEvents(): { events: Event[]; isPending: boolean; error: unknown; retry: () => void } {
  const query = useOpenEvents();
  const { data, dataUpdatedAt } = query;
  // Time moves events in and out of the desk slowly: each reading of the list is soon enough.
  const events = useMemo(() => deskEvents(data ?? [], dataUpdatedAt || Date.now()), [data, dataUpdatedAt]);
  return { events, isPending: query.isPending, error: query.error, retry: () => void query.refetch() };
}
