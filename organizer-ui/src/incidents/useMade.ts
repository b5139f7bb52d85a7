import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Incident } from '../api/types';
import { useNotify } from '../components/Notices';

/** Says that an incident was made, and leads to it. */
export function useIncidentMade(): (incident: Incident) => void {
  const { t } = useTranslation('incidents');
  const notify = useNotify();
  const navigate = useNavigate();
  return ({ id, title }) =>
    notify({
      tone: 'success',
      text: t('new.done', { title }),
      action: { label: t('open'), run: () => void navigate(`/incidents/${id}`) },
    });
}
