import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, core } from '../api/clients';
import { useProblemText } from '../api/problems';
import { type EventFilter, queryKeys } from '../api/queryKeys';
import type { Event, EventChange, NewEvent } from '../api/types';
import { useNotify } from '../components/Notices';
import { usePages } from '../components/usePages';

/** Most open events that the desk follows; the service allows as many in an availability. */
const MOST_OPEN = 100;

/** Events by status and text, page by page. */
export function useEvents(filter: EventFilter) {
  return usePages(queryKeys.events.list(filter), (after) =>
    answer(core.GET('/core/v1/events', { params: { query: { ...filter, after, limit: 50 } } })),
  );
}

/** The events that are open, for the desk. */
export function useOpenEvents() {
  return useQuery({
    queryKey: queryKeys.events.open,
    queryFn: async () => {
      const query = { status: 'published', limit: MOST_OPEN } as const;
      return (await answer(core.GET('/core/v1/events', { params: { query } }))).items;
    },
    staleTime: 60_000,
    refetchInterval: 5 * 60_000,
  });
}

const readEvent = (id: string) => answer(core.GET('/core/v1/events/{id}', { params: { path: { id } } }));

export function useEvent(id: string) {
  return useQuery({ queryKey: queryKeys.events.one(id), queryFn: () => readEvent(id) });
}

/** Every list is outdated by a change; the event itself is known. */
function useKeep() {
  const queries = useQueryClient();
  return (event: Event) => {
    void queries.invalidateQueries({ queryKey: queryKeys.events.all });
    queries.setQueryData(queryKeys.events.one(event.id), event);
  };
}

export function useNewEvent() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: NewEvent }) =>
      answer(core.POST('/core/v1/events', { body, headers: { 'idempotency-key': key } })),
    onSuccess: keep,
  });
}

export function useEventChange(id: string) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (body: EventChange) =>
      answer(core.PATCH('/core/v1/events/{id}', { params: { path: { id } }, body })),
    onSuccess: keep,
  });
}

/** Archives an event, says so, and offers the way back. */
export function useArchiving() {
  const { t } = useTranslation(['events', 'common']);
  const queries = useQueryClient();
  const keep = useKeep();
  const notify = useNotify();
  const problemText = useProblemText();
  const failed = (error: unknown) => notify({ tone: 'error', text: problemText(error) });

  const restore = useMutation({
    mutationFn: async ({ id }: Event) => {
      const { version } = await readEvent(id);
      const body = { version, status: 'published' } as const;
      return answer(core.PATCH('/core/v1/events/{id}', { params: { path: { id } }, body }));
    },
    onSuccess: (event) => {
      keep(event);
      notify({ tone: 'success', text: t('archive.restored', { name: event.name }) });
    },
    onError: failed,
  });
  const archive = useMutation({
    mutationFn: ({ id }: Event) => answer(core.DELETE('/core/v1/events/{id}', { params: { path: { id } } })),
    onSuccess: (_, event) =>
      notify({
        tone: 'success',
        text: t('archive.done', { name: event.name }),
        action: { label: t('common:action.undo'), run: () => restore.mutate(event) },
      }),
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.events.all }),
  });
  return { archive, restore };
}
