import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { uuidV7 } from '@steward/client-kit/ids';
import { isTemporary } from '@steward/client-kit/problem';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import { DialogForm, FormDialog } from '../components/FormDialog';
import { useNotify } from '../components/Notices';
import { MOST } from './rules';
import { useAnswerToAll } from './useToldBy';

interface Props {
  incident: string;
  open: boolean;
  /** How many it will reach, and how many have gone. */
  reach: { open: number; closed: number };
  text: string;
  onText: (text: string) => void;
  onClose: () => void;
}

/** One answer to everybody who told of an incident. What is written stays until it was said. */
export function AnswerAll({ incident, open, reach, text, onText, onClose }: Props) {
  const { t } = useTranslation('incidents');
  const problemText = useProblemText();
  const { send, isPending, error } = useSaying(incident, () => {
    onText('');
    onClose();
  });
  const left = MOST.answer - [...text].length;
  const words = text.trim();
  const problem = () => {
    if (left < 0) return t('answer.tooLong', { count: -left });
    if (!error) return undefined;
    return isTemporary(error) ? t('answer.unsure') : problemText(error);
  };
  return (
    <FormDialog open={open} title={t('answer.title', { count: reach.open })} width="sm" onClose={onClose}>
      <DialogForm
        text={t('answer.text')}
        problem={problem()}
        confirm={t('answer.send', { count: reach.open })}
        disabled={words === '' || left < 0 || reach.open === 0}
        busy={isPending}
        onSubmit={() => words !== '' && left >= 0 && send(words)}
        onCancel={onClose}
      >
        <TextField
          autoFocus
          fullWidth
          multiline
          minRows={3}
          maxRows={10}
          label={t('answer.words')}
          value={text}
          onChange={(event) => onText(event.target.value)}
          sx={{ mt: 0.5 }}
        />
        {reach.closed > 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
            {t('answer.ended', { count: reach.closed })}
          </Typography>
        )}
      </DialogForm>
    </FormDialog>
  );
}

/** Says it, and tells whom it reached. One id for one text, so that trying again after a lost answer says nothing twice. */
function useSaying(incident: string, done: () => void) {
  const { t } = useTranslation('incidents');
  const notify = useNotify();
  const { mutate, isPending, error } = useAnswerToAll(incident);
  const attempt = useRef({ text: '', id: '' });
  const send = (text: string) => {
    if (attempt.current.text !== text) attempt.current = { text, id: uuidV7() };
    mutate(attempt.current, {
      onSuccess: ({ reached, closed }) => {
        attempt.current = { text: '', id: '' };
        const ended = t('answer.ended', { count: closed.length });
        const sent = t('answer.sent', { count: reached.length });
        if (reached.length === 0) notify({ tone: 'error', text: t('answer.nobody') });
        else if (closed.length > 0) notify({ tone: 'success', text: t('answer.sentEnded', { sent, ended }) });
        else notify({ tone: 'success', text: sent });
        if (reached.length > 0) done();
      },
    });
  };
  return { send, isPending, error };
}
