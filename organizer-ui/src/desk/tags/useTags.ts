import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, messenger } from '../../api/clients';
import { useProblemText } from '../../api/problems';
import { queryKeys } from '../../api/queryKeys';
import { useNotify } from '../../components/Notices';
import { useDesk } from '../client/hooks';

/** Tags that the organization used before and that begin like this. */
export function useTagSuggestions(text: string): readonly string[] {
  const beginning = text.trim().slice(0, 30);
  const query = useQuery({
    queryKey: queryKeys.tags(beginning),
    queryFn: () => answer(messenger.GET('/messenger/v1/tags', { params: { query: { text: beginning } } })),
    placeholderData: (previous) => previous,
    staleTime: 30_000,
  });
  return query.data?.tags ?? [];
}

/** Files a conversation; what it is filed under comes back over the desk's connection, and is read where there is none. */
export function useTagging(conversation: string) {
  const desk = useDesk();
  const queries = useQueryClient();
  const notify = useNotify();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: async (tags: string[]) => {
      const params = { path: { id: conversation } };
      await answer(messenger.PUT('/messenger/v1/conversations/{id}/tags', { params, body: { tags } }));
      await desk.open(conversation);
    },
    onError: (error) => notify({ tone: 'error', text: problemText(error) }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.conversations.all });
      void queries.invalidateQueries({ queryKey: queryKeys.tags('') });
    },
  });
}
