import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../../api/problems';
import { DialogForm, FormDialog } from '../../components/FormDialog';
import { ColleagueList } from './ColleagueList';
import { useBackToDesk } from './useBackToDesk';
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
  return (
    <FormDialog open={open} title={t('transfer.title', { who: rest.who })} onClose={onClose}>
      <TransferForm {...rest} onClose={onClose} />
    </FormDialog>
  );
}

function TransferForm({ conversation, who, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['flow', 'common']);
  const leave = useBackToDesk();
  const transfer = useTransfer(conversation);
  const { data: colleagues } = useColleagues();
  const [to, setTo] = useState(QUEUE);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const problem = useTransferProblem();
  const name = colleagues?.find((colleague) => colleague.id === to)?.name ?? '';
  const missing = to !== QUEUE && reason.trim() === '';
  const send = () => {
    setAsked(true);
    if (missing) return;
    const receiver = to === QUEUE ? { kind: 'queue' as const } : { kind: 'member' as const, member: to };
    const text = to === QUEUE ? t('transfer.doneQueue', { who }) : t('transfer.done', { who, name });
    const call = transfer.mutateAsync({ to: receiver, reason: reason.trim() || undefined });
    // Why it was refused stands in the form.
    leave(call, { tone: 'success', text }, () => undefined);
  };
  return (
    <DialogForm
      text={t('transfer.text')}
      problem={transfer.isError ? problem(transfer.error, name) : undefined}
      confirm={t('transfer.confirm')}
      busy={transfer.isPending}
      onSubmit={send}
      onCancel={onClose}
    >
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
    </DialogForm>
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
