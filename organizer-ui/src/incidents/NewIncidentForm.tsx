import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import { uuidV7 } from '@steward/client-kit/ids';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import type { HelpRequest, NewIncident } from '../api/types';
import { Field } from '../components/Field';
import { DialogForm } from '../components/FormDialog';
import { useForm } from '../components/useForm';
import { useEventContext } from '../desk/context/useEventContext';
import { MOST, PRIORITIES, SEVERITIES, titleFrom } from './rules';
import { useNewIncident } from './useIncidents';
import { useIncidentMade } from './useMade';

interface Props {
  /** What tells of it; the first fills in what is known. */
  requests: readonly [HelpRequest, ...HelpRequest[]];
  /** It was made. */
  onDone: () => void;
  onClose: () => void;
}

/** A new incident out of conversations: filled in so far that Enter makes it. */
export function NewIncidentForm({ requests, onDone, onClose }: Props) {
  const { t } = useTranslation(['incidents', 'desk', 'common']);
  const [first] = requests;
  const { data: event } = useEventContext(first.event);
  const zone = event?.zones.find(({ id }) => id === first.zone)?.name;
  const form = useForm({
    title: titleFrom(t(`desk:category.${first.category}`), first.text),
    place: null as string | null,
    priority: first.priority,
    severity: 'minor' as NonNullable<NewIncident['severity']>,
  });
  const place = form.values.place ?? zone ?? '';
  const problemText = useProblemText();
  const made = useIncidentMade();
  const attempt = useRef({ said: '', key: '' });
  const creation = useNewIncident();
  const send = () => {
    if (!form.check({ title: form.values.title.trim() ? undefined : t('common:field.required') })) return;
    const conversations = requests.map(({ conversation }) => conversation);
    const body = { event: first.event, ...form.values, place, conversations };
    // One key for one content, so that trying again after a lost answer makes nothing twice.
    const said = JSON.stringify(body);
    if (attempt.current.said !== said) attempt.current = { said, key: uuidV7() };
    creation.mutate(
      { key: attempt.current.key, body },
      {
        onSuccess: (incident) => {
          made(incident);
          onDone();
        },
        onError: form.refuse,
      },
    );
  };
  const named = Object.keys(form.errors).length > 0;
  return (
    <DialogForm
      text={t('new.text', { count: requests.length })}
      problem={creation.isError && !named ? problemText(creation.error) : undefined}
      confirm={t('new.confirm')}
      busy={creation.isPending}
      onSubmit={send}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <Field
          {...form.field('title')}
          label={t('field.title')}
          autoFocus
          required
          onFocus={(focus) => focus.target.select()}
          slotProps={{ htmlInput: { maxLength: MOST.title } }}
        />
        <Field
          {...form.field('place')}
          value={place}
          label={`${t('field.place')} (${t('common:optional')})`}
          slotProps={{ htmlInput: { maxLength: MOST.place } }}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
          <Field {...form.field('priority')} label={t('field.priority')} select>
            {PRIORITIES.map((priority) => (
              <MenuItem key={priority} value={priority}>
                {t(`desk:priority.${priority}`)}
              </MenuItem>
            ))}
          </Field>
          <Field {...form.field('severity')} label={t('field.severity')} select>
            {SEVERITIES.map((severity) => (
              <MenuItem key={severity} value={severity}>
                {t(`severity.${severity}`)}
              </MenuItem>
            ))}
          </Field>
        </Box>
      </Box>
    </DialogForm>
  );
}
