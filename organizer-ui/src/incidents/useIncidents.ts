import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, core } from '../api/clients';
import { extraOf } from '../api/problems';
import { type IncidentFilter, queryKeys } from '../api/queryKeys';
import type { Incident, IncidentChange, NewIncident } from '../api/types';
import { usePages } from '../components/usePages';

/** How often what colleagues do with incidents is read again while it is looked at. */
export const FRESH_MS = 10_000;
/** How long messenger-api may take to hear from core-api which conversations tell of an incident. */
const HEARD_MS = 1_000;
/** Entries of a list that are read at once. */
const PAGE = 50;

const INCIDENTS = '/core/v1/incidents';
const ONE = '/core/v1/incidents/{id}';
const LINK = '/core/v1/incidents/{id}/conversations/{conversation}';

/** The organization's incidents, the newest first, page by page. */
export function useIncidents(filter: IncidentFilter) {
  return usePages(
    queryKeys.incidents.list(filter),
    (after) => answer(core.GET(INCIDENTS, { params: { query: { ...filter, after, limit: PAGE } } })),
    { refetchInterval: FRESH_MS },
  );
}

export function useIncident(id: string) {
  return useQuery({
    queryKey: queryKeys.incidents.one(id),
    queryFn: () => answer(core.GET(ONE, { params: { path: { id } } })),
    refetchInterval: FRESH_MS,
  });
}

/** Every list is outdated by a change; the incident itself is known, whatever a question that was asked before says. */
function useKeep() {
  const queries = useQueryClient();
  return (incident: Incident) => {
    void queries.cancelQueries({ queryKey: queryKeys.incidents.one(incident.id) });
    queries.setQueryData(queryKeys.incidents.one(incident.id), incident);
    void queries.invalidateQueries({ queryKey: queryKeys.incidents.lists });
    const again = () =>
      void queries.invalidateQueries({ queryKey: queryKeys.incidents.conversations(incident.id) });
    again();
    setTimeout(again, HEARD_MS);
  };
}

/** Makes an incident; the same key makes a second attempt harmless. */
export function useNewIncident() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: NewIncident }) =>
      answer(core.POST(INCIDENTS, { body, headers: { 'idempotency-key': key } })),
    onSuccess: keep,
  });
}

/** Changes an incident. When a colleague was faster, what it is now is shown. */
export function useIncidentChange(id: string) {
  const keep = useKeep();
  return useMutation({
    mutationFn: (body: IncidentChange) => answer(core.PATCH(ONE, { params: { path: { id } }, body })),
    onSuccess: keep,
    onError: (error) => {
      const current = extraOf(error, 'current') as Incident | undefined;
      if (current) keep(current);
    },
  });
}

export function useIncidentRemoval() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(core.DELETE(ONE, { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.incidents.lists }),
  });
}

interface Linked {
  incident: string;
  conversations: readonly string[];
}

/** Lets conversations tell of an incident; doing it again changes nothing. */
export function useLinking() {
  const keep = useKeep();
  return useMutation({
    mutationFn: async ({ incident: id, conversations }: Linked) => {
      let linked: Incident | undefined;
      for (const conversation of conversations) {
        linked = await answer(core.PUT(LINK, { params: { path: { id, conversation } } }));
      }
      return linked;
    },
    onSuccess: (incident) => incident && keep(incident),
  });
}

export function useUnlinking() {
  const keep = useKeep();
  return useMutation({
    mutationFn: ({ incident: id, conversation }: { incident: string; conversation: string }) =>
      answer(core.DELETE(LINK, { params: { path: { id, conversation } } })),
    onSuccess: keep,
  });
}
