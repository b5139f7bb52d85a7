import Box from '@mui/material/Box';
import { SearchX, Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../components/Choice';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { FilterGrid } from '../components/FilterGrid';
import { Loading } from '../components/Loading';
import { MorePages } from '../components/MorePages';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { Panel } from '../components/Panel';
import { SearchField } from '../components/SearchField';
import { useAddress } from '../components/useAddress';
import { EventChoice } from '../events/EventChoice';
import { IncidentTable } from './IncidentTable';
import { filterOf, STATUSES } from './rules';
import { useIncidents } from './useIncidents';

const NAMES = ['text', 'event', 'status'] as const;

/** The organization's incidents: the open ones, unless others are looked for. */
export function IncidentsPage() {
  const { t } = useTranslation('incidents');
  const { value, set, narrowed } = useAddress(NAMES);
  const query = useIncidents(filterOf(value));
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FilterGrid>
        <Box sx={{ gridColumn: 'span 2', display: 'grid' }}>
          <SearchField label={t('list.search')} value={value.text} onChange={(text) => set('text', text)} />
        </Box>
        <EventChoice label={t('list.event')} value={value.event} onChange={(event) => set('event', event)} />
        <Choice
          label={t('list.status')}
          value={value.status || 'open'}
          onChange={(status) => set('status', status === 'open' ? '' : status || 'any')}
        >
          {[
            { value: 'open', text: t('list.openOnes') },
            ...STATUSES.map((status) => ({ value: status, text: t(`status.${status}`) })),
          ]}
        </Choice>
      </FilterGrid>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={6} height={60} />}
      {query.isSuccess &&
        query.items.length === 0 &&
        (narrowed ? (
          <EmptyState icon={SearchX} title={t('list.noMatchTitle')} text={t('list.noMatchText')} />
        ) : (
          <EmptyState icon={Siren} title={t('list.emptyTitle')} text={t('list.emptyText')} />
        ))}
      {query.items.length > 0 && !query.isError && (
        <Panel>
          <IncidentTable incidents={query.items} />
          <MorePages query={query} />
        </Panel>
      )}
    </Page>
  );
}
