import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { uuidV7 } from '@steward/client-kit/ids';
import { Megaphone } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { Field } from '../components/Field';
import { useNotify } from '../components/Notices';
import { Section } from '../components/Section';
import { useForm } from '../components/useForm';
import { useNewAnnouncement, useReach } from './useAnnouncements';

/** Most characters of a message, as the service has it. */
const MOST_CHARACTERS = 4_000;

/** Writes an announcement; who it reaches is said before it goes out. */
export function AnnouncementForm({ event }: { event: string }) {
  const { t } = useTranslation('announcements');
  const form = useForm({ text: '' });
  const [asking, setAsking] = useState(false);
  const reach = useReach(event);
  const sending = useSending(event, form, () => setAsking(false));
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (form.check({ 'body.text': form.values.text.trim() ? undefined : t('write.empty') })) setAsking(true);
  };
  return (
    <Section title={t('write.title')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 1.5 }}>
        <Field
          {...form.field('text', 'body.text')}
          label={t('write.label')}
          multiline
          minRows={3}
          required
          slotProps={{ htmlInput: { maxLength: MOST_CHARACTERS } }}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <Typography color="textSecondary" sx={{ flex: 1 }}>
            {reach === undefined ? t('write.reachUnknown') : t('write.reach', { count: reach })}
          </Typography>
          <Button type="submit" variant="contained" startIcon={<Megaphone size={17} aria-hidden />}>
            {t('write.send')}
          </Button>
        </Box>
      </Box>
      <ConfirmDialog
        open={asking}
        title={reach === undefined ? t('confirm.titleUnknown') : t('confirm.title', { count: reach })}
        confirm={t('confirm.send')}
        busy={sending.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={sending.send}
      >
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mb: 1.5 }}>
          {form.values.text.trim()}
        </Typography>
        <Typography color="textSecondary">{t('confirm.text')}</Typography>
      </ConfirmDialog>
    </Section>
  );
}

/** Sends what is written. One id for one text, so that trying again after a lost answer announces nothing twice. */
function useSending(event: string, form: ReturnType<typeof useForm<{ text: string }>>, done: () => void) {
  const { t } = useTranslation('announcements');
  const notify = useNotify();
  const problemText = useProblemText();
  const { mutate, isPending } = useNewAnnouncement(event);
  const attempt = useRef({ text: '', id: '' });
  const send = () => {
    const text = form.values.text.trim();
    if (attempt.current.text !== text) attempt.current = { text, id: uuidV7() };
    mutate(attempt.current, {
      onSuccess: () => {
        attempt.current = { text: '', id: '' };
        form.replace({ text: '' });
        notify({ tone: 'success', text: t('write.sent') });
      },
      onError: (error) => {
        if (!form.refuse(error)) notify({ tone: 'error', text: problemText(error) });
      },
      onSettled: done,
    });
  };
  return { send, isPending };
}
