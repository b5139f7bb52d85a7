import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { Choice } from '../components/Choice';
import { DayField } from '../components/DayField';
import { FilterGrid } from '../components/FilterGrid';
import { SearchField } from '../components/SearchField';
import { EventChoice } from '../events/EventChoice';
import { MemberChoice } from '../team/MemberChoice';
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
  return (
    <FilterGrid>
      <Box sx={{ gridColumn: 'span 2', display: 'grid' }}>
        <SearchField label={t('search')} value={value.text} onChange={(text) => set('text', text)} />
      </Box>
      <EventChoice label={t('event')} value={value.event} onChange={(event) => set('event', event)} />
      <Choice label={t('outcome')} value={value.outcome} onChange={(outcome) => set('outcome', outcome)}>
        {OUTCOMES.map((outcome) => ({
          value: outcome,
          text: outcome === 'cancelled' || outcome === 'expired' ? t(outcome) : t(`desk:close.${outcome}`),
        }))}
      </Choice>
      {lead && (
        <MemberChoice label={t('member')} value={value.member} onChange={(member) => set('member', member)} />
      )}
      <TextField
        label={t('tag')}
        size="small"
        value={value.tag}
        onChange={(event) => set('tag', event.target.value)}
      />
      <DayField label={t('from')} value={value.from} onChange={(from) => set('from', from)} />
      <DayField label={t('to')} value={value.to} onChange={(to) => set('to', to)} />
    </FilterGrid>
  );
}
