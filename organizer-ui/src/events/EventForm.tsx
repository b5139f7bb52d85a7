import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemText } from '../api/problems';
import { Field } from '../components/Field';
import { FormSection } from '../components/FormSection';
import { LeaveGuard } from '../components/LeaveGuard';
import { ContactsEditor } from './ContactsEditor';
import type { EventEditing } from './useEventForm';
import { ZonesEditor } from './ZonesEditor';

interface Props {
  editing: EventEditing;
  submit: string;
  busy: boolean;
  error: unknown;
  cancelTo: string;
  onSubmit: () => void;
}

/** Everything that an organizer says about an event. */
export function EventForm({ editing, submit, busy, error, cancelTo, onSubmit }: Props) {
  const { t } = useTranslation(['events', 'common']);
  const problemText = useProblemText();
  const { form } = editing;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const unnamed = Boolean(error) && Object.keys(form.errors).length === 0;
  return (
    <form onSubmit={send} noValidate>
      <BasicFields editing={editing} />
      <PlaceFields editing={editing} />
      <ZonesEditor editing={editing} />
      <ContactsEditor editing={editing} />
      {unnamed && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {problemText(error)}
        </Alert>
      )}
      <Box
        sx={{
          position: 'sticky',
          bottom: { xs: 62, sm: 0 },
          zIndex: 2,
          display: 'flex',
          justifyContent: 'end',
          gap: 1,
          py: 1.5,
          bgcolor: 'background.default',
          borderTop: '1px solid',
          borderColor: 'divider',
        }}
      >
        <Button component={Link} to={cancelTo} color="inherit">
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={busy}>
          {submit}
        </Button>
      </Box>
      <LeaveGuard when={form.changed} released={editing.isReleased} />
    </form>
  );
}

function BasicFields({ editing: { form } }: { editing: EventEditing }) {
  const { t } = useTranslation('events');
  const description = form.field('description');
  const shrunk = { slotProps: { inputLabel: { shrink: true } } };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <FormSection title={t('form.basics')}>
        <Field {...form.field('name')} label={t('form.name')} required autoFocus />
        <Field
          {...description}
          helperText={description.helperText ?? t('form.descriptionHint')}
          label={t('form.description')}
          multiline
          minRows={3}
        />
      </FormSection>
      <FormSection title={t('form.time')} hint={t('form.timeZone', { zone })}>
        <Box sx={{ display: 'grid', gap: 2.25, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <Field
            {...form.field('starts_at')}
            {...shrunk}
            label={t('form.startsAt')}
            type="datetime-local"
            required
          />
          <Field
            {...form.field('ends_at')}
            {...shrunk}
            label={t('form.endsAt')}
            type="datetime-local"
            required
          />
        </Box>
      </FormSection>
    </>
  );
}

function PlaceFields({ editing: { form } }: { editing: EventEditing }) {
  const { t } = useTranslation('events');
  const emergency = form.field('emergency_number');
  return (
    <>
      <FormSection title={t('form.place')} hint={t('form.coordinatesHint')}>
        <Field {...form.field('address')} label={t('form.address')} required />
        <Box sx={{ display: 'grid', gap: 2.25, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <Field
            {...form.field('latitude')}
            label={t('form.latitude')}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
          <Field
            {...form.field('longitude')}
            label={t('form.longitude')}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
        </Box>
      </FormSection>
      <FormSection title={t('form.safety')}>
        <Field
          {...emergency}
          helperText={emergency.helperText ?? t('form.emergencyHint')}
          label={t('form.emergency')}
          type="tel"
          sx={{ maxWidth: 320 }}
        />
      </FormSection>
    </>
  );
}
