import { useQuery } from '@tanstack/react-query';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { EventContext } from '../../api/types';

/** The messenger's own copy of an event: it answers also while core-api is away. */
export function useEventContext(id: string) {
  return useQuery<EventContext>({
    queryKey: queryKeys.eventContext(id),
    queryFn: () => answer(messenger.GET('/messenger/v1/events/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });
}
