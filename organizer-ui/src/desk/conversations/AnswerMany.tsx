import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { DialogForm, FormDialog } from '../../components/FormDialog';
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
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const notify = useNotify();
  const count = conversations.length;
  const left = desk.textLimit - [...text].length;
  const send = () => {
    const words = text.trim();
    if (words === '' || left < 0) return;
    for (const conversation of conversations) void desk.write(conversation, words);
    notify({ tone: 'success', text: t('many.sent', { count }) });
    onSent();
  };
  return (
    <FormDialog open={open} title={t('many.title', { count })} width="sm" onClose={onClose}>
      <DialogForm
        text={t('many.text')}
        problem={left < 0 ? t('composer.tooLong', { count: -left }) : undefined}
        confirm={t('many.send', { count })}
        disabled={text.trim() === '' || left < 0}
        onSubmit={send}
        onCancel={onClose}
      >
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
      </DialogForm>
    </FormDialog>
  );
}
