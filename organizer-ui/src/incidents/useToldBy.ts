import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, messenger } from '../api/clients';
import { queryKeys } from '../api/queryKeys';
import type { HelpRequest, Incident } from '../api/types';
import { FRESH_MS } from './useIncidents';

/** Pages of 200 that are read: an incident has at most 500 conversations. */
const MOST_PAGES = 3;

async function readAll(id: string): Promise<HelpRequest[]> {
  const requests: HelpRequest[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const params = { path: { id }, query: { after, limit: 200 } };
    const { items, next } = await answer(
      messenger.GET('/messenger/v1/incidents/{id}/conversations', { params }),
    );
    requests.push(...items);
    if (!next) break;
    after = next;
  }
  return requests;
}

/** Everybody whose conversation tells of an incident, the newest first: at once without whoever was unlinked. */
export function useToldBy({ id, conversations }: Incident) {
  return useQuery({
    queryKey: queryKeys.incidents.conversations(id),
    queryFn: () => readAll(id),
    select: (all) => all.filter(({ conversation }) => conversations.includes(conversation)),
    refetchInterval: FRESH_MS,
  });
}

/** Says the same to all of them; the same id makes a second attempt harmless. */
export function useAnswerToAll(incident: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      answer(
        messenger.POST('/messenger/v1/incidents/{id}/answers', {
          params: { path: { id: incident } },
          body: { client_id: id, text },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.incidents.conversations(incident) }),
  });
}
