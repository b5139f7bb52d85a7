import { ProblemError } from '@steward/client-kit/problem';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, messenger } from '../../api/clients';
import { codeOf, useProblemText } from '../../api/problems';
import { queryKeys } from '../../api/queryKeys';
import type { Availability, Conversation, HelpRequest } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { useReadyToTake } from '../availability/useAvailability';
import { useDesk } from '../client/hooks';
import { useNameOf } from '../names';

type Wanted = { request: HelpRequest } | { next: string };

function take(wanted: Wanted): Promise<Conversation> {
  if ('next' in wanted) {
    const params = { path: { id: wanted.next } };
    return answer(messenger.POST('/messenger/v1/events/{id}/queue/take', { params }));
  }
  const params = { path: { id: wanted.request.id } };
  return answer(messenger.POST('/messenger/v1/help-requests/{id}/take', { params }));
}

/** Takes somebody out of the queue and opens the conversation; says why when that is no longer possible. */
export function useTake() {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const problemText = useProblemText();
  const nameOf = useNameOf();
  const readyToTake = useReadyToTake();

  const refusal = (error: unknown, wanted: Wanted): string => {
    const code = codeOf(error);
    if (code === 'queue_empty') return t('take.empty');
    if (code === 'at_capacity') {
      const { capacity = 0 } = queries.getQueryData<Availability>(queryKeys.availability) ?? {};
      return t('take.full', { capacity });
    }
    if (code === 'already_taken' && 'request' in wanted) {
      return t('take.taken', { who: nameOf(wanted.request.participant) });
    }
    if (error instanceof ProblemError && (error.status === 404 || error.status === 409))
      return t('take.gone');
    return problemText(error);
  };

  return useMutation({
    mutationFn: async (wanted: Wanted) => {
      const { capacity } = queries.getQueryData<Availability>(queryKeys.availability) ?? { capacity: 0 };
      if (capacity === 0) await readyToTake();
      return desk.take(() => take(wanted));
    },
    onSuccess: (conversation) =>
      void navigate(`/desk/conversations/${conversation.id}`, { state: { write: true } }),
    onError: (error, wanted) => {
      notify({ tone: 'error', text: refusal(error, wanted) });
      const gone = error instanceof ProblemError && ['already_taken', 'not_found'].includes(error.code);
      if (gone && 'request' in wanted) desk.queues.left(wanted.request.id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.availability }),
  });
}
