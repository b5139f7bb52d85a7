import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problems';
import type { Outcome } from '../../api/types';
import { DialogForm, FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useBackToDesk } from '../flow/useBackToDesk';
import { useReopen } from '../flow/useReopen';
import { useClosing } from './useClosing';

const OUTCOMES: readonly Outcome[] = ['resolved', 'referred', 'unreachable', 'false_alarm', 'other'];

interface Props {
  conversation: string;
  who: string;
  open: boolean;
  /** Something of mine has not gone out yet. */
  unsent: boolean;
  onClose: () => void;
}

/** How a conversation ended, and what colleagues should know of it. */
export function CloseDialog({ open, onClose, ...rest }: Props) {
  const { t } = useTranslation('desk');
  return (
    <FormDialog open={open} title={t('close.title')} onClose={onClose}>
      <CloseForm {...rest} onClose={onClose} />
    </FormDialog>
  );
}

function CloseForm({ conversation, who, unsent, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['desk', 'common']);
  const leave = useBackToDesk();
  const problemText = useProblemText();
  const form = useForm({ outcome: 'resolved' as Outcome, note: '' });
  const closing = useClosing(conversation);
  const { reopen } = useReopen(conversation, who);
  const note = form.field('note');
  const refused = closing.isError && Object.keys(form.errors).length === 0;
  const send = () => {
    const { outcome, note: words } = form.values;
    const undo = { label: t('common:action.undo'), run: reopen };
    leave(
      closing.mutateAsync({ outcome, note: words.trim() || undefined }),
      { tone: 'success', text: t('close.done', { who }), action: undo },
      form.refuse,
    );
  };
  return (
    <DialogForm
      text={t('close.text', { who })}
      problem={refused ? problemText(closing.error) : undefined}
      confirm={t('close.confirm')}
      busy={closing.isPending}
      onSubmit={send}
      onCancel={onClose}
    >
      {unsent && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t('close.unsent')}
        </Alert>
      )}
      <RadioGroup
        aria-label={t('close.outcome')}
        value={form.values.outcome}
        onChange={(_, value) => form.set('outcome', value as Outcome)}
        sx={{ gap: 0.25 }}
      >
        {OUTCOMES.map((outcome, index) => (
          <FormControlLabel
            key={outcome}
            value={outcome}
            control={<Radio size="small" autoFocus={index === 0} />}
            sx={{
              m: 0,
              pr: 1.5,
              py: 0.25,
              borderRadius: 2,
              alignItems: 'flex-start',
              bgcolor: form.values.outcome === outcome ? 'surface.soft' : undefined,
              color: form.values.outcome === outcome ? 'surface.onSoft' : undefined,
            }}
            label={
              <Box sx={{ py: 0.875 }}>
                <Box sx={{ fontWeight: 600, lineHeight: 1.3 }}>{t(`close.${outcome}`)}</Box>
                <Box sx={{ fontSize: '0.8125rem', lineHeight: 1.4 }}>{t(`close.${outcome}Text`)}</Box>
              </Box>
            }
          />
        ))}
      </RadioGroup>
      <TextField
        {...note}
        helperText={note.helperText ?? t('close.noteHint')}
        label={`${t('close.note')} (${t('common:optional')})`}
        multiline
        minRows={2}
        maxRows={6}
        sx={{ mt: 2 }}
      />
    </DialogForm>
  );
}
