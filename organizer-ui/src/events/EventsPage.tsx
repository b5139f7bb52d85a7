import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CalendarDays, CalendarPlus, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EventStatus } from '../api/types';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { MorePages } from '../components/MorePages';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { Panel } from '../components/Panel';
import { SearchField } from '../components/SearchField';
import { Segments } from '../components/Segments';
import { useFilter } from '../components/useFilter';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { EventTable } from './EventTable';
import { useEvents } from './useEvents';

/** The organization's events. */
export function EventsPage() {
  const { t } = useTranslation('events');
  const me = useMember();
  const [status, setStatus] = useFilter<EventStatus | 'all'>('status', 'published');
  const [text, setText] = useFilter<string>('text', '');
  const query = useEvents({ status: status === 'all' ? undefined : status, text: text || undefined });
  const options = [
    { value: 'published', text: t('list.published') },
    { value: 'archived', text: t('list.archived') },
    { value: 'all', text: t('list.all') },
  ] as const;
  const create = manages(me) && (
    <Button
      component={Link}
      to="/events/new"
      variant="contained"
      startIcon={<CalendarPlus size={18} aria-hidden />}
    >
      {t('list.new')}
    </Button>
  );
  const filtered = text !== '' || status === 'archived';
  return (
    <Page>
      <PageHeader title={t('list.title')} lead={t('list.lead')}>
        {create}
      </PageHeader>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2, alignItems: 'center' }}>
        <SearchField label={t('list.search')} value={text} onChange={setText} />
        <Segments label={t('list.status')} value={status} options={options} onChange={setStatus} />
      </Box>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={6} height={60} />}
      {query.isSuccess &&
        query.items.length === 0 &&
        (filtered ? (
          <EmptyState icon={SearchX} title={t('list.noMatchTitle')} text={t('list.noMatchText')} />
        ) : (
          <EmptyState icon={CalendarDays} title={t('list.emptyTitle')} text={t('list.emptyText')}>
            {create}
          </EmptyState>
        ))}
      {query.items.length > 0 && !query.isError && (
        <Panel>
          <EventTable events={query.items} />
          <MorePages query={query} />
        </Panel>
      )}
    </Page>
  );
}
