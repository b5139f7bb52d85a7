import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { useEvent } from '../events/useEvents';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { AnnouncementForm } from './AnnouncementForm';
import { AnnouncementList } from './AnnouncementList';

/** What is said to everybody at one event, and how far it came. */
export function AnnouncementsPage() {
  const { event: id = '' } = useParams();
  const { t } = useTranslation('announcements');
  const me = useMember();
  const query = useEvent(id);
  if (query.isPending) {
    return (
      <Page>
        <Loading rows={4} height={96} />
      </Page>
    );
  }
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const event = query.data;
  return (
    <Page width={880}>
      <PageHeader
        title={t('title')}
        lead={event.name}
        back={{ to: `/events/${event.id}`, label: t('back') }}
      />
      <Box sx={{ display: 'grid', gap: 3 }}>
        {event.status === 'archived' ? (
          <Alert severity="info">{t('closed')}</Alert>
        ) : (
          manages(me) && <AnnouncementForm event={event.id} />
        )}
        <AnnouncementList event={event.id} />
      </Box>
    </Page>
  );
}
