import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { Outcome } from '../../api/types';
import { useDesk } from '../client/hooks';

interface Closing {
  outcome: Outcome;
  note: string | undefined;
}

/** Ends a conversation. */
export function useClosing(conversation: string) {
  const desk = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Closing) => {
      const params = { path: { id: conversation } };
      await desk.adopt(
        await answer(messenger.POST('/messenger/v1/conversations/{id}/close', { params, body })),
      );
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.availability }),
        queries.invalidateQueries({ queryKey: queryKeys.conversations.closed }),
      ]),
  });
}
