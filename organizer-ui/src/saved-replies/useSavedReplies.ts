import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, core } from '../api/clients';
import { queryKeys } from '../api/queryKeys';
import type { NewSavedReply, SavedReply } from '../api/types';

/** Colleagues change them rarely. */
const FRESH_MS = 60_000;

/** The organization's saved replies and one's own, by shortcut. */
export function useSavedReplies() {
  return useQuery({
    queryKey: queryKeys.savedReplies,
    queryFn: async () => (await answer(core.GET('/core/v1/saved-replies'))).items,
    staleTime: FRESH_MS,
  });
}

/** Keeps a new one, or changes one. */
export function useKeepReply() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ known, ...body }: NewSavedReply & { known?: SavedReply }) => {
      if (!known) return answer(core.POST('/core/v1/saved-replies', { body }));
      const { shortcut, text } = body;
      const params = { path: { id: known.id } };
      const change = { version: known.version, shortcut, text };
      return answer(core.PATCH('/core/v1/saved-replies/{id}', { params, body: change }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.savedReplies }),
  });
}

export function useRemoveReply() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: SavedReply) =>
      answer(core.DELETE('/core/v1/saved-replies/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.savedReplies }),
  });
}
