import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { MapPin, Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../api/types';
import { Fact } from '../components/Fact';
import { Field } from '../components/Field';
import { Section } from '../components/Section';
import { useForm } from '../components/useForm';
import { MOST, rewritten, type Words, wordsOf } from './rules';
import type { Saved } from './useSaving';

interface Props {
  incident: Incident;
  busy: boolean;
  /** Keeps what was written anew of this version. */
  onSave: (change: Partial<Words>, version: number) => Promise<Saved>;
}

/** What happened and where, in words; changed where it stands. */
export function IncidentWords({ incident, busy, onSave }: Props) {
  const { t } = useTranslation('incidents');
  const [editing, setEditing] = useState(false);
  return (
    <Section title={t('page.about')}>
      {editing ? (
        <WordsForm incident={incident} busy={busy} onSave={onSave} onDone={() => setEditing(false)} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
          <Typography
            color={incident.description ? undefined : 'textSecondary'}
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {incident.description || t('page.noDescription')}
          </Typography>
          {incident.place && (
            <Box component="dl" sx={{ m: 0 }}>
              <Fact icon={MapPin} label={t('field.place')}>
                {incident.place}
              </Fact>
            </Box>
          )}
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            startIcon={<Pencil size={15} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('page.edit')}
          </Button>
        </Box>
      )}
    </Section>
  );
}

/** It changes the version that it began with: when a colleague was faster, their words come into the fields that were not
 * touched here, and it is saved again knowingly. */
function WordsForm({ incident, busy, onSave, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation(['incidents', 'common']);
  const [begun, setBegun] = useState(incident);
  const form = useForm(wordsOf(begun));
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (!form.check({ title: form.values.title.trim() ? undefined : t('common:field.required') })) return;
    const change = rewritten(wordsOf(begun), form.values);
    if (Object.keys(change).length === 0) {
      onDone();
      return;
    }
    const { kept, current } = await onSave(change, begun.version);
    if (kept) onDone();
    if (!current) return;
    setBegun(current);
    form.replace({ ...wordsOf(current), ...change });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'grid', gap: 2 }}
    >
      <Field
        {...form.field('title')}
        label={t('field.title')}
        autoFocus
        required
        slotProps={{ htmlInput: { maxLength: MOST.title } }}
      />
      <Field
        {...form.field('place')}
        label={t('field.place')}
        slotProps={{ htmlInput: { maxLength: MOST.place } }}
      />
      <Field
        {...form.field('description')}
        label={t('field.description')}
        multiline
        minRows={3}
        maxRows={12}
        slotProps={{ htmlInput: { maxLength: MOST.description } }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button color="inherit" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={busy}>
          {t('page.save')}
        </Button>
      </Box>
    </Box>
  );
}
