import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../api/types';

/** Says what is different since a request was judged anew, such as "Normal → Critical"; empty when nothing is. */
export function useJudgement(): (before?: Facts | null, after?: Facts | null) => string {
  const { t } = useTranslation('desk');
  return useCallback(
    (before, after) => {
      const changes: string[] = [];
      if (before?.priority && after?.priority && before.priority !== after.priority)
        changes.push(`${t(`priority.${before.priority}`)} → ${t(`priority.${after.priority}`)}`);
      if (before?.category && after?.category && before.category !== after.category)
        changes.push(`${t(`category.${before.category}`)} → ${t(`category.${after.category}`)}`);
      return changes.join(', ');
    },
    [t],
  );
}
