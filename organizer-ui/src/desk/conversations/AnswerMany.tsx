import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../components/Notices';
import { useDesk } from '../client/hooks';

interface Props {
  open: boolean;
  conversations: readonly string[];
  text: string;
  onText: (text: string) => void;
  /** It was said to all of them. */
  onSent: () => void;
  onClose: () => void;
}

/** One answer to many who ask the same. Each of them reads it as if it were written to them alone. */
export function AnswerMany({ open, conversations, text, onText, onSent, onClose }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const desk = useDesk();
  const notify = useNotify();
  const title = useId();
  const count = conversations.length;
  const left = desk.textLimit - [...text].length;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || left < 0) return;
    for (const conversation of conversations) void desk.write(conversation, words);
    notify({ tone: 'success', text: t('many.sent', { count }) });
    onSent();
  };
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <form onSubmit={send}>
        <DialogTitle id={title}>{t('many.title', { count })}</DialogTitle>
        <DialogContent>
          <Typography color="textSecondary" sx={{ mb: 2 }}>
            {t('many.text')}
          </Typography>
          <TextField
            autoFocus
            fullWidth
            multiline
            minRows={3}
            maxRows={10}
            label={t('many.words')}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
          {left < 0 && (
            <Alert severity="error" sx={{ mt: 2 }}>
              {t('composer.tooLong', { count: -left })}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={text.trim() === '' || left < 0}>
            {t('many.send', { count })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
