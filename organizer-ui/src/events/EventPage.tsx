import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Archive, ArchiveRestore, Megaphone, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Event } from '../api/types';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { span } from '../texts/formats';
import { EventContacts } from './EventContacts';
import { EventFacts } from './EventFacts';
import { EventStateChip } from './EventStateChip';
import { EventZones } from './EventZones';
import { JoinPanel } from './JoinPanel';
import { useArchiving, useEvent } from './useEvents';

/** One event: what it is, how people join it, its zones and whom to call. */
export function EventPage() {
  const { event: id = '' } = useParams();
  const query = useEvent(id);
  if (query.isPending) {
    return (
      <Page>
        <Loading rows={4} height={96} />
      </Page>
    );
  }
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <EventView event={query.data} />;
}

function EventView({ event }: { event: Event }) {
  const { t, i18n } = useTranslation(['events', 'announcements']);
  return (
    <Page>
      <PageHeader
        title={event.name}
        lead={span(event.starts_at, event.ends_at, i18n.language)}
        back={{ to: '/events', label: t('view.back') }}
        badge={<EventStateChip event={event} />}
      >
        <Button
          component={Link}
          to={`/events/${event.id}/announcements`}
          variant="outlined"
          color="inherit"
          startIcon={<Megaphone size={17} aria-hidden />}
        >
          {t('announcements:open')}
        </Button>
        <Actions event={event} />
      </PageHeader>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { md: 'minmax(0, 1fr) 340px' },
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 3, order: { xs: 2, md: 1 } }}>
          <EventFacts event={event} />
          <EventZones event={event} />
          <EventContacts event={event} />
        </Box>
        <Box sx={{ order: { xs: 1, md: 2 } }}>
          <JoinPanel event={event} />
        </Box>
      </Box>
    </Page>
  );
}

function Actions({ event }: { event: Event }) {
  const { t } = useTranslation('events');
  const me = useMember();
  const { archive, restore } = useArchiving();
  const [asking, setAsking] = useState(false);
  if (!manages(me)) return null;
  if (event.status === 'archived') {
    return (
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<ArchiveRestore size={17} aria-hidden />}
        loading={restore.isPending}
        onClick={() => restore.mutate(event)}
      >
        {t('view.restore')}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Archive size={17} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('view.archive')}
      </Button>
      <Button
        component={Link}
        to={`/events/${event.id}/edit`}
        variant="contained"
        startIcon={<Pencil size={17} aria-hidden />}
      >
        {t('view.edit')}
      </Button>
      <ConfirmDialog
        open={asking}
        destructive
        title={t('archive.title', { name: event.name })}
        confirm={t('archive.confirm')}
        busy={archive.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => archive.mutate(event, { onSettled: () => setAsking(false) })}
      >
        <Typography>{t('archive.text')}</Typography>
      </ConfirmDialog>
    </>
  );
}
