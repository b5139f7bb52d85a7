import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import { Field } from '../components/Field';
import { useNotify } from '../components/Notices';
import { MOST } from './rules';
import { useCommenting } from './useComments';

interface Props {
  incident: string;
  /** The comment, also while it is not written yet: trying again says nothing twice. */
  id: string;
  /** What it said so far. */
  known?: string;
  onDone: () => void;
  onCancel?: () => void;
}

/** Where a comment is written, or changed. What was typed stays until it is kept. */
export function CommentForm({ incident, id, known = '', onDone, onCancel }: Props) {
  const { t } = useTranslation(['incidents', 'common']);
  const notify = useNotify();
  const problemText = useProblemText();
  const commenting = useCommenting(incident);
  const [text, setText] = useState(known);
  const words = text.trim();
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (words === '') return;
    commenting.mutate(
      { comment: id, text: words },
      { onSuccess: onDone, onError: (error) => notify({ tone: 'error', text: problemText(error) }) },
    );
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 1, mb: 2.5 }}>
      <Field
        label={t('comments.field')}
        value={text}
        multiline
        minRows={2}
        maxRows={8}
        autoFocus={known !== ''}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: MOST.comment } }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        {onCancel && (
          <Button color="inherit" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        )}
        <Button type="submit" variant="outlined" disabled={words === ''} loading={commenting.isPending}>
          {t(known === '' ? 'comments.add' : 'page.save')}
        </Button>
      </Box>
    </Box>
  );
}
