import { useTranslation } from 'react-i18next';
import { codeOf, extraOf, useProblemText } from '../api/problems';
import type { Incident, IncidentChange } from '../api/types';
import { useNotify } from '../components/Notices';
import { useIncidentChange } from './useIncidents';

/** What came of a change. */
export interface Saved {
  kept: boolean;
  /** What the incident is now, when a colleague was faster. */
  current?: Incident;
}

/** Keeps a change of one version of an incident; says so when a colleague was faster. */
export function useSaving(id: string) {
  const { t } = useTranslation('incidents');
  const notify = useNotify();
  const problemText = useProblemText();
  const { mutateAsync, isPending } = useIncidentChange(id);
  const save = async (change: Omit<IncidentChange, 'version'>, version: number): Promise<Saved> => {
    try {
      await mutateAsync({ ...change, version });
      return { kept: true };
    } catch (error) {
      const text = codeOf(error) === 'version_conflict' ? t('page.conflict') : problemText(error);
      notify({ tone: 'error', text });
      return { kept: false, current: extraOf(error, 'current') as Incident | undefined };
    }
  };
  return { save, isPending };
}
