import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, messenger } from '../api/clients';
import { queryKeys } from '../api/queryKeys';
import { usePages } from '../components/usePages';

/** How often the counts are read again while the page is looked at. */
const COUNTS_EVERY_MS = 3_000;

/** What was announced at an event, the newest first, with its counts. */
export function useAnnouncements(event: string) {
  return usePages(
    queryKeys.announcements(event),
    (after) => {
      const query = { event, after: after === undefined ? undefined : Number(after), limit: 50 };
      return answer(messenger.GET('/messenger/v1/announcements', { params: { query } }));
    },
    { refetchInterval: COUNTS_EVERY_MS },
  );
}

/** How many people an announcement reaches now; nothing while that is not known. */
export function useReach(event: string): number | undefined {
  const query = useQuery({
    queryKey: queryKeys.eventContext(event),
    queryFn: () => answer(messenger.GET('/messenger/v1/events/{id}', { params: { path: { id: event } } })),
    refetchInterval: COUNTS_EVERY_MS,
  });
  return query.data?.participants ?? undefined;
}

/** Announces; the same id makes a second attempt harmless. */
export function useNewAnnouncement(event: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      answer(
        messenger.POST('/messenger/v1/announcements', {
          body: { event, client_id: id, body: { kind: 'text', text } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.announcements(event) }),
  });
}
