import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from './useTeam';

/** The names of members; of somebody who has left the team, that they were a colleague. */
export function useMemberNames(): (id: string) => string {
  const { t } = useTranslation('flow');
  const { data } = useTeam();
  return useCallback(
    (id) => data?.find((member) => member.id === id)?.name ?? t('handedOver.somebody'),
    [data, t],
  );
}
