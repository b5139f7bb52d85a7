import { useQuery } from '@tanstack/react-query';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { Conversation } from '../../api/types';

/** Who handed a conversation to whom, the newest first; read anew when somebody else has it. */
export function useHandovers(state: Conversation) {
  const { id } = state;
  const holder = state.request?.member?.id ?? null;
  return useQuery({
    queryKey: [...queryKeys.handovers(id), holder, state.status],
    queryFn: async () => {
      const params = { path: { id } };
      return (await answer(messenger.GET('/messenger/v1/conversations/{id}/handovers', { params }))).items;
    },
  });
}
