import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../api/problems';
import type { SavedReply } from '../api/types';
import { Field } from '../components/Field';
import { useNotify } from '../components/Notices';
import { useForm } from '../components/useForm';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { useKeepReply } from './useSavedReplies';

interface Props {
  /** The one that is changed; without it a new one is kept. */
  known?: SavedReply;
  onDone?: () => void;
}

/** Shortcut and text of a saved reply. */
export function ReplyForm({ known, onDone }: Props) {
  const { t } = useTranslation('replies');
  const me = useMember();
  const notify = useNotify();
  const problemText = useProblemText();
  const keep = useKeepReply();
  const empty = { scope: 'personal' as SavedReply['scope'], shortcut: '', text: '' };
  const form = useForm<Pick<SavedReply, 'scope' | 'shortcut' | 'text'>>(known ?? empty);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const { scope, shortcut, text } = form.values;
    keep.mutate(
      { known, scope, shortcut, text },
      {
        onSuccess: () => {
          notify({ tone: 'success', text: t('kept') });
          if (!known) form.replace({ ...empty, scope });
          onDone?.();
        },
        onError: (error) => {
          if (codeOf(error) === 'shortcut_taken') form.check({ shortcut: t('taken') });
          else if (!form.refuse(error)) notify({ tone: 'error', text: problemText(error) });
        },
      },
    );
  };
  const shortcut = form.field('shortcut');
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <Field
          {...shortcut}
          helperText={shortcut.helperText ?? t('shortcutHint')}
          label={t('shortcut')}
          required
        />
        {!known && manages(me) && (
          <Field {...form.field('scope')} label={t('scope.label')} select>
            <MenuItem value="personal">{t('scope.personal')}</MenuItem>
            <MenuItem value="organization">{t('scope.organization')}</MenuItem>
          </Field>
        )}
      </Box>
      <Field {...form.field('text')} label={t('text')} multiline minRows={2} required />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
        {known && (
          <Button color="inherit" onClick={onDone}>
            {t('cancel')}
          </Button>
        )}
        <Button type="submit" variant="contained" loading={keep.isPending}>
          {t('keep')}
        </Button>
      </Box>
    </Box>
  );
}
