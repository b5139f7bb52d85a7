import Button from '@mui/material/Button';
import { Archive, Download, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OnlyThese } from '../components/OnlyThese';
import { Page } from '../components/Page';
import { PagedList } from '../components/PagedList';
import { PageHeader } from '../components/PageHeader';
import { useNameOf } from '../desk/names';
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
  const nameOf = useNameOf();
  const participant = query.items[0]?.conversation.participants[0];
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
      {search.value.participant && (
        <OnlyThese onRemove={() => search.set('participant', '')}>
          {t('ofPerson', { who: nameOf(participant ?? { id: search.value.participant }) })}
        </OnlyThese>
      )}
      <PagedList
        query={query}
        label={t('found')}
        empty={
          search.narrowed
            ? { icon: SearchX, title: t('noMatchTitle'), text: t('noMatchText') }
            : { icon: Archive, title: t('emptyTitle'), text: t('emptyText') }
        }
        keyOf={(found) => found.conversation.id}
      >
        {(found) => <FoundItem found={found} />}
      </PagedList>
    </Page>
  );
}
