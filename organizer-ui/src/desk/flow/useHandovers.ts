import { useQuery } from '@tanstack/react-query';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { Conversation } from '../../api/types';

/**
 * Who handed a conversation to whom, who was invited and who judged it anew, the newest first; read again when any of
 * this changes.
 */
export function useHandovers(state: Conversation) {
  const { id, request } = state;
  const holder = request?.member?.id ?? null;
  const people = state.members.map((member) => member.id).join();
  return useQuery({
    queryKey: [...queryKeys.handovers(id), holder, state.status, people, request?.version],
    queryFn: async () => {
      const params = { path: { id } };
      return (await answer(messenger.GET('/messenger/v1/conversations/{id}/handovers', { params }))).items;
    },
    placeholderData: (previous) => previous,
  });
}
