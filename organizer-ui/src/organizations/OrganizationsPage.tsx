import Box from '@mui/material/Box';
import { Building2, CircleCheckBig, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrganizationStatus } from '../api/types';
import { NotFound } from '../app/NotFound';
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
import { useAdministrator } from '../sessions/useSession';
import { OrganizationTable } from './OrganizationTable';
import { useOrganizations } from './useOrganizations';

type Shown = OrganizationStatus | 'all';

/** For administrators: who may run events on this platform. */
export function OrganizationsPage() {
  return useAdministrator() ? <Organizations /> : <NotFound />;
}

function Organizations() {
  const { t } = useTranslation('organizations');
  const [status, setStatus] = useFilter<Shown>('status', 'all');
  const [text, setText] = useFilter<string>('text', '');
  const query = useOrganizations({ status: status === 'all' ? undefined : status, text: text || undefined });
  const options = [
    { value: 'all', text: t('list.all') },
    { value: 'pending', text: t('status.pending') },
    { value: 'approved', text: t('status.approved') },
    { value: 'blocked', text: t('status.blocked') },
  ] as const;
  return (
    <Page>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2, alignItems: 'center' }}>
        <SearchField label={t('list.search')} value={text} onChange={setText} />
        <Segments label={t('list.filter')} value={status} options={options} onChange={setStatus} />
      </Box>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={6} height={60} />}
      {query.isSuccess && query.items.length === 0 && <Nothing text={text} status={status} />}
      {query.items.length > 0 && !query.isError && (
        <Panel>
          <OrganizationTable organizations={query.items} />
          <MorePages query={query} />
        </Panel>
      )}
    </Page>
  );
}

function Nothing({ text, status }: { text: string; status: Shown }) {
  const { t } = useTranslation('organizations');
  if (text) return <EmptyState icon={SearchX} title={t('list.noMatchTitle')} text={t('list.noMatchText')} />;
  if (status === 'pending') {
    return (
      <EmptyState
        icon={CircleCheckBig}
        title={t('list.emptyPendingTitle')}
        text={t('list.emptyPendingText')}
      />
    );
  }
  if (status !== 'all') {
    return <EmptyState icon={SearchX} title={t('list.noMatchTitle')} text={t('list.noMatchText')} />;
  }
  return <EmptyState icon={Building2} title={t('list.emptyTitle')} text={t('list.emptyText')} />;
}
