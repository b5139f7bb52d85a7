import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../components/SearchField';
import { useEvents } from '../events/useEvents';
import { useTeam } from '../team/useTeam';
import type { ArchiveSearch } from './useSearch';

const OUTCOMES = [
  'resolved',
  'referred',
  'unreachable',
  'false_alarm',
  'other',
  'cancelled',
  'expired',
] as const;

/** What is looked for: words first, then whatever narrows it. */
export function ArchiveFilters({ search, lead }: { search: ArchiveSearch; lead: boolean }) {
  const { t } = useTranslation(['archive', 'desk']);
  const { value, set } = search;
  const events = useEvents({});
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fill, minmax(9.5rem, 1fr))' },
        gap: 1.5,
        mb: 2,
        alignItems: 'center',
      }}
    >
      <Box sx={{ gridColumn: 'span 2', display: 'grid' }}>
        <SearchField label={t('search')} value={value.text} onChange={(text) => set('text', text)} />
      </Box>
      <Choice label={t('event')} value={value.event} onChange={(event) => set('event', event)}>
        {events.items.map(({ id, name }) => ({ value: id, text: name }))}
      </Choice>
      <Choice label={t('outcome')} value={value.outcome} onChange={(outcome) => set('outcome', outcome)}>
        {OUTCOMES.map((outcome) => ({
          value: outcome,
          text: outcome === 'cancelled' || outcome === 'expired' ? t(outcome) : t(`desk:close.${outcome}`),
        }))}
      </Choice>
      {lead && <MemberChoice value={value.member} onChange={(member) => set('member', member)} />}
      <TextField
        label={t('tag')}
        size="small"
        value={value.tag}
        onChange={(event) => set('tag', event.target.value)}
      />
      <Day label={t('from')} value={value.from} onChange={(from) => set('from', from)} />
      <Day label={t('to')} value={value.to} onChange={(to) => set('to', to)} />
    </Box>
  );
}

function MemberChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('archive');
  const team = useTeam();
  return (
    <Choice label={t('member')} value={value} onChange={onChange}>
      {(team.data ?? []).map(({ id, name }) => ({ value: id, text: name }))}
    </Choice>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: { value: string; text: string }[];
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const { t } = useTranslation('archive');
  const known = children.some((option) => option.value === value);
  return (
    <TextField
      select
      label={label}
      size="small"
      value={known ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <MenuItem value="">{t('any')}</MenuItem>
      {children.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.text}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <TextField
      type="date"
      label={label}
      size="small"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
