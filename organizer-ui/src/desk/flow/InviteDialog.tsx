import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../../api/problems';
import type { Conversation } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { ColleagueList } from './ColleagueList';
import { useColleagues } from './useColleagues';
import { useInvitation } from './useFlow';

interface Props {
  state: Conversation;
  open: boolean;
  onClose: () => void;
}

/** Which colleague takes part beside whoever helps. */
export function InviteDialog({ open, onClose, state }: Props) {
  const { t } = useTranslation('flow');
  const title = useId();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{t('inviting.title')}</DialogTitle>
      <InviteForm state={state} onClose={onClose} />
    </Dialog>
  );
}

function InviteForm({ state, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['flow', 'common']);
  const notify = useNotify();
  const problemText = useProblemText();
  const invitation = useInvitation(state.id);
  const { data: colleagues } = useColleagues();
  const [chosen, setChosen] = useState('');
  const name = colleagues?.find((colleague) => colleague.id === chosen)?.name ?? '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    invitation.mutate(chosen, {
      onSuccess: () => {
        notify({ tone: 'success', text: t('inviting.done', { name }) });
        onClose();
      },
    });
  };
  return (
    <form onSubmit={send}>
      <DialogContent>
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {t('inviting.text')}
        </Typography>
        <RadioGroup aria-label={t('inviting.title')} value={chosen} onChange={(_, value) => setChosen(value)}>
          <ColleagueList beside={state.members.map((member) => member.id)} needsRoom={false} />
        </RadioGroup>
        {invitation.isError && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {codeOf(invitation.error) === 'too_many' ? t('inviting.too_many') : problemText(invitation.error)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" variant="contained" disabled={!chosen} loading={invitation.isPending}>
          {t('inviting.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
