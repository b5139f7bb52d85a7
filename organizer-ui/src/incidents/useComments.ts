import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, core } from '../api/clients';
import { queryKeys } from '../api/queryKeys';
import { usePages } from '../components/usePages';
import { FRESH_MS } from './useIncidents';

const COMMENT = '/core/v1/incidents/{id}/comments/{comment}';

/** What members said about an incident, the newest first. */
export function useComments(id: string) {
  return usePages(
    queryKeys.incidents.comments(id),
    (after) =>
      answer(
        core.GET('/core/v1/incidents/{id}/comments', {
          params: { path: { id }, query: { after, limit: 50 } },
        }),
      ),
    { refetchInterval: FRESH_MS },
  );
}

/** Writes a comment, or changes it; its id makes a second attempt harmless. */
export function useCommenting(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ comment, text }: { comment: string; text: string }) =>
      answer(core.PUT(COMMENT, { params: { path: { id, comment } }, body: { text } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.incidents.comments(id) }),
  });
}

export function useCommentRemoval(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (comment: string) => answer(core.DELETE(COMMENT, { params: { path: { id, comment } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.incidents.comments(id) }),
  });
}
