import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { Availability, NewAvailability } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { toTakeByHand } from './rules';

const PATH = '/messenger/v1/availability';

/** What the service knows of my availability; looked at again now and then, since other devices may change it. */
export function useAvailability() {
  return useQuery({
    queryKey: queryKeys.availability,
    queryFn: () => answer(messenger.GET(PATH)),
    refetchInterval: 60_000,
  });
}

/** Changes it at once on the screen, and takes it back when the service refuses. */
export function useAvailabilityChange() {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: (body: NewAvailability) => answer(messenger.PUT(PATH, { body })),
    onMutate: async (wanted) => {
      await queries.cancelQueries({ queryKey: queryKeys.availability });
      const before = queries.getQueryData<Availability>(queryKeys.availability);
      queries.setQueryData<Availability>(queryKeys.availability, { active: 0, ...before, ...wanted });
      return before;
    },
    onSuccess: (availability) => queries.setQueryData(queryKeys.availability, availability),
    onError: (_error, _wanted, before) => {
      queries.setQueryData(queryKeys.availability, before);
      notify({ tone: 'error', text: t('availability.failed') });
    },
  });
}

/**
 * Lets a member whose availability is off take somebody all the same: the service hands nobody to them, so that it is
 * switched to "by hand" first, and said.
 */
export function useReadyToTake(): () => Promise<void> {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const notify = useNotify();
  return async () => {
    const wanted = toTakeByHand(await answer(messenger.GET(PATH)));
    if (!wanted) return;
    queries.setQueryData(queryKeys.availability, await answer(messenger.PUT(PATH, { body: wanted })));
    notify({ text: t('availability.nowByHand', { capacity: wanted.capacity }) });
  };
}
