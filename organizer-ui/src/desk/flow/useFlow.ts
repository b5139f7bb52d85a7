import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { Conversation, Receiver } from '../../api/types';
import { useDesk } from '../client/hooks';

const CONVERSATION = '/messenger/v1/conversations/{id}';

/** Reads anew what a change of hands outdates. */
export function useOutdate(conversation: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.availability }),
      queries.invalidateQueries({ queryKey: queryKeys.colleagues }),
      queries.invalidateQueries({ queryKey: queryKeys.conversations.closed }),
      queries.invalidateQueries({ queryKey: queryKeys.handovers(conversation) }),
    ]);
}

function useChange<T>(conversation: string, call: (wanted: T) => Promise<Conversation | undefined>) {
  const desk = useDesk();
  const outdate = useOutdate(conversation);
  return useMutation({
    mutationFn: async (wanted: T) => {
      const state = await call(wanted);
      if (state) await desk.adopt(state);
      return state;
    },
    onSettled: outdate,
  });
}

/** Hands a conversation to a colleague, or back to the queue. */
export function useTransfer(id: string) {
  return useChange(id, (body: { to: Receiver; reason?: string }) =>
    answer(messenger.POST(`${CONVERSATION}/transfer`, { params: { path: { id } }, body })),
  );
}

/** Lets a colleague take part. */
export function useInvitation(id: string) {
  return useChange(id, (member: string) =>
    answer(messenger.POST(`${CONVERSATION}/invite`, { params: { path: { id } }, body: { member } })),
  );
}

/** Ends taking part, one's own or somebody else's. */
export function useLeaving(id: string) {
  return useChange(id, async (member: string) => {
    await answer(messenger.DELETE(`${CONVERSATION}/members/{member}`, { params: { path: { id, member } } }));
    return undefined;
  });
}

/** Opens a closed conversation again. */
export function useReopening(id: string) {
  const desk = useDesk();
  const outdate = useOutdate(id);
  return useMutation({
    mutationFn: () =>
      desk.take(() => answer(messenger.POST(`${CONVERSATION}/reopen`, { params: { path: { id } } }))),
    onSettled: outdate,
  });
}

/** Lets a request that was sent to me go on to the next. */
export function useDeclining(conversation: string) {
  return useChange(conversation, async (request: string) => {
    const params = { path: { id: request } };
    await answer(messenger.POST('/messenger/v1/help-requests/{id}/decline', { params }));
    return undefined;
  });
}
