import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useProblemText } from '../api/problems';
import type { Incident } from '../api/types';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { useNotify } from '../components/Notices';
import { useIncidentRemoval } from './useIncidents';

/** Deletes an incident that should never have been one; for those who lead. */
export function RemoveIncident({ incident: { id, title } }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  const notify = useNotify();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const removal = useIncidentRemoval();
  const [asking, setAsking] = useState(false);
  const confirm = () =>
    removal.mutate(id, {
      onSuccess: () => {
        notify({ text: t('remove.done', { title }) });
        void navigate('/incidents');
      },
      onError: (error) => notify({ tone: 'error', text: problemText(error) }),
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Tooltip title={t('remove.open')}>
        <IconButton aria-label={t('remove.open')} onClick={() => setAsking(true)}>
          <Trash2 size={19} aria-hidden />
        </IconButton>
      </Tooltip>
      <ConfirmDialog
        open={asking}
        destructive
        title={t('remove.title')}
        confirm={t('remove.confirm')}
        busy={removal.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <Typography sx={{ fontWeight: 600, mb: 1, overflowWrap: 'anywhere' }}>{title}</Typography>
        <Typography>{t('remove.text')}</Typography>
      </ConfirmDialog>
    </>
  );
}
