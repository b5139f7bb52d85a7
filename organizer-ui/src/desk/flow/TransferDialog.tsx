import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { codeOf, useProblemText } from '../../api/problems';
import { useNotify } from '../../components/Notices';
import { ColleagueList } from './ColleagueList';
import { useColleagues } from './useColleagues';
import { useTransfer } from './useFlow';

/** Most characters of a reason; the service takes no more. */
const MOST_REASON = 500;
const QUEUE = 'queue';

interface Props {
  conversation: string;
  who: string;
  open: boolean;
  onClose: () => void;
}

/** To whom a conversation goes, and why. */
export function TransferDialog({ open, onClose, ...rest }: Props) {
  const { t } = useTranslation('flow');
  const title = useId();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{t('transfer.title', { who: rest.who })}</DialogTitle>
      <TransferForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function TransferForm({ conversation, who, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['flow', 'common']);
  const navigate = useNavigate();
  const notify = useNotify();
  const transfer = useTransfer(conversation);
  const { data: colleagues } = useColleagues();
  const [to, setTo] = useState(QUEUE);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const problem = useTransferProblem();
  const name = colleagues?.find((colleague) => colleague.id === to)?.name ?? '';
  const missing = to !== QUEUE && reason.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) return;
    const receiver = to === QUEUE ? { kind: 'queue' as const } : { kind: 'member' as const, member: to };
    transfer.mutate(
      { to: receiver, reason: reason.trim() || undefined },
      {
        onSuccess: () => {
          const text = to === QUEUE ? t('transfer.doneQueue', { who }) : t('transfer.done', { who, name });
          notify({ tone: 'success', text });
          void navigate('/desk');
        },
      },
    );
  };
  return (
    <form onSubmit={send}>
      <DialogContent>
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          {t('transfer.text')}
        </Typography>
        <RadioGroup aria-label={t('transfer.to')} value={to} onChange={(_, value) => setTo(value)}>
          <FormControlLabel
            value={QUEUE}
            control={<Radio size="small" autoFocus />}
            sx={{ m: 0, py: 0.25 }}
            label={
              <Box>
                <Box sx={{ fontWeight: 600, lineHeight: 1.3 }}>{t('transfer.queue')}</Box>
                <Box sx={{ fontSize: '0.8125rem', lineHeight: 1.4, color: 'text.secondary' }}>
                  {t('transfer.queueText')}
                </Box>
              </Box>
            }
          />
          <ColleagueList beside={[]} needsRoom />
        </RadioGroup>
        <TextField
          fullWidth
          multiline
          minRows={2}
          maxRows={5}
          label={to === QUEUE ? `${t('reason')} (${t('common:optional')})` : t('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={asked && missing}
          helperText={asked && missing ? t('reasonNeeded') : t('reasonHint')}
          slotProps={{ htmlInput: { maxLength: MOST_REASON } }}
          sx={{ mt: 2 }}
        />
        {transfer.isError && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {problem(transfer.error, name)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={transfer.isPending}>
          {t('transfer.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}

function useTransferProblem(): (error: unknown, name: string) => string {
  const { t } = useTranslation('flow');
  const problemText = useProblemText();
  return (error, name) => {
    const code = codeOf(error);
    if (code === 'not_on_duty' || code === 'at_capacity') return t(`transfer.${code}`, { name });
    return problemText(error);
  };
}
