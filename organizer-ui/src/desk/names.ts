/** How people without a name are called, so that two of them can be told apart. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The end of an id: the part in which two of the same hour differ. */
export function shortId(id: string): string {
  return id.slice(-4).toUpperCase();
}

/** Gives the name that somebody shared, or "Guest" and the end of their id. */
export function useNameOf(): (person: { id: string; name?: string | null } | undefined) => string {
  const { t } = useTranslation('desk');
  return useCallback(
    (person) => person?.name || t('anonymous', { short: person ? shortId(person.id) : '' }).trim(),
    [t],
  );
}
