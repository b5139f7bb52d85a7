import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Incident, IncidentChange } from '../api/types';
import { Section } from '../components/Section';
import { useEvent } from '../events/useEvents';
import { useMemberNames } from '../team/useMemberNames';
import { useTeam } from '../team/useTeam';
import { dateTime } from '../texts/formats';
import { PRIORITIES, SEVERITIES, STATUSES } from './rules';

type Change = Omit<IncidentChange, 'version'>;

interface Props {
  incident: Incident;
  busy: boolean;
  onChange: (change: Change) => void;
}

/** How far the work is and whose it is, each changed where it stands; and where the incident comes from. */
export function IncidentState({ incident, busy, onChange }: Props) {
  const { t, i18n } = useTranslation(['incidents', 'desk']);
  const nameOf = useMemberNames();
  const { data: event } = useEvent(incident.event);
  const created = dateTime(incident.created_at, i18n.language);
  return (
    <Section title={t('page.state')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', md: '1fr' } }}>
        <Select
          label={t('field.status')}
          value={incident.status}
          busy={busy}
          options={STATUSES.map((value) => ({ value, text: t(`status.${value}`) }))}
          onChange={(status) => onChange({ status })}
        />
        <Select
          label={t('field.priority')}
          value={incident.priority}
          busy={busy}
          options={PRIORITIES.map((value) => ({ value, text: t(`desk:priority.${value}`) }))}
          onChange={(priority) => onChange({ priority })}
        />
        <Select
          label={t('field.severity')}
          value={incident.severity}
          busy={busy}
          options={SEVERITIES.map((value) => ({ value, text: t(`severity.${value}`) }))}
          onChange={(severity) => onChange({ severity })}
        />
        <Owner incident={incident} busy={busy} onChange={onChange} />
        <Box
          component="dl"
          sx={{
            gridColumn: '1 / -1',
            m: 0,
            display: 'grid',
            gridTemplateColumns: 'auto 1fr',
            columnGap: 2,
            rowGap: 0.75,
          }}
        >
          <Row name={t('field.event')}>
            <Link component={RouterLink} to={`/events/${incident.event}`}>
              {event?.name ?? '…'}
            </Link>
          </Row>
          <Row name={t('field.created')}>
            {t('page.by', { name: nameOf(incident.created_by), when: created })}
          </Row>
          {incident.closed_at && (
            <Row name={t('field.closed')}>{dateTime(incident.closed_at, i18n.language)}</Row>
          )}
        </Box>
      </Box>
    </Section>
  );
}

/** Whose it is; somebody who has left the team stays named until it is somebody else's. */
function Owner({ incident, busy, onChange }: Props) {
  const { t } = useTranslation('incidents');
  const { data: team = [] } = useTeam();
  const nameOf = useMemberNames();
  const { owner } = incident;
  const gone = owner && !team.some(({ id }) => id === owner) ? [{ value: owner, text: nameOf(owner) }] : [];
  const options = [
    { value: '', text: t('field.nobody') },
    ...gone,
    ...team.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <Select
      label={t('field.owner')}
      value={owner ?? ''}
      busy={busy}
      options={options}
      onChange={(id) => onChange({ owner: id === '' ? null : id })}
    />
  );
}

interface SelectProps<T extends string> {
  label: string;
  value: T;
  busy: boolean;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

function Select<T extends string>({ label, value, busy, options, onChange }: SelectProps<T>) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      disabled={busy}
      onChange={(event) => onChange(event.target.value as T)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.text}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0, textAlign: 'right', overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </>
  );
}
