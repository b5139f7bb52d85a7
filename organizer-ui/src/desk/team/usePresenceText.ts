import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '../../api/types';
import { moment } from '../../texts/formats';
import { presenceOf } from './rules';

/** Says what a colleague is up to, as seen from an event if there is one. */
export function usePresenceText(): (colleague: Colleague, event?: string) => string {
  const { t, i18n } = useTranslation('channel');
  return useCallback(
    (colleague, event) => {
      const { active, capacity, seen_at: seenAt } = colleague;
      const presence = presenceOf(colleague, event);
      if (presence !== 'away') return t(`presence.${presence}`, { active, capacity });
      return seenAt ? t('presence.away', { time: moment(seenAt, i18n.language) }) : t('presence.never');
    },
    [t, i18n],
  );
}
