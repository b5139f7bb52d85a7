import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Archive, Download, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { MorePages } from '../components/MorePages';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { Panel } from '../components/Panel';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { ArchiveFilters } from './ArchiveFilters';
import { FoundItem } from './FoundItem';
import { type Format, saveExport } from './files';
import { useArchive } from './useArchive';
import { useSaving } from './useSaving';
import { useSearch } from './useSearch';

const FORMATS: readonly Format[] = ['csv', 'json'];

/** Every conversation, to be found again and taken away. */
export function ArchivePage() {
  const { t } = useTranslation('archive');
  const lead = manages(useMember());
  const search = useSearch();
  const query = useArchive(search.filter);
  const saving = useSaving((format: Format) => saveExport(search.filter, format));
  return (
    <Page>
      <PageHeader title={t('title')} lead={t(lead ? 'lead' : 'leadStaff')}>
        {FORMATS.map((format) => (
          <Button
            key={format}
            variant="outlined"
            color="inherit"
            loading={saving.isPending && saving.variables === format}
            disabled={query.items.length === 0}
            startIcon={<Download size={17} aria-hidden />}
            onClick={() => saving.mutate(format)}
          >
            {t(format)}
          </Button>
        ))}
      </PageHeader>
      <ArchiveFilters search={search} lead={lead} />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={6} height={76} />}
      {query.isSuccess && query.items.length === 0 && (
        <EmptyState
          icon={search.narrowed ? SearchX : Archive}
          title={t(search.narrowed ? 'noMatchTitle' : 'emptyTitle')}
          text={t(search.narrowed ? 'noMatchText' : 'emptyText')}
        />
      )}
      {query.items.length > 0 && !query.isError && (
        <Panel>
          <Box component="ul" aria-label={t('found')} sx={{ listStyle: 'none', m: 0, p: 0.75 }}>
            {query.items.map((found) => (
              <li key={found.conversation.id}>
                <FoundItem found={found} />
              </li>
            ))}
          </Box>
          <MorePages query={query} />
        </Panel>
      )}
    </Page>
  );
}
