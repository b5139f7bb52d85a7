import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Event } from '../api/types';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { QrCode } from '../components/QrCode';
import { joinAddress } from './rules';
import { useEvent } from './useEvents';

/** A sheet to hang up at the event. */
export function PosterPage() {
  const { t } = useTranslation(['events', 'common']);
  const { event: id = '' } = useParams();
  const query = useEvent(id);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Page width={760}>
      <Box sx={{ '@media print': { display: 'none' } }}>
        <PageHeader
          title={t('join.printPoster')}
          back={{ to: `/events/${id}`, label: query.data?.name ?? '' }}
        >
          <Button
            variant="contained"
            startIcon={<Printer size={17} aria-hidden />}
            disabled={!query.data}
            onClick={() => window.print()}
          >
            {t('common:action.print')}
          </Button>
        </PageHeader>
      </Box>
      {query.data ? <Poster event={query.data} /> : <Loading rows={1} height={640} />}
    </Page>
  );
}

/** White in both themes, as paper is. */
function Poster({ event }: { event: Event }) {
  const { t } = useTranslation('events');
  const { origin, host } = window.location;
  const address = joinAddress(origin, event.code);
  return (
    <Box
      sx={{
        display: 'grid',
        justifyItems: 'center',
        textAlign: 'center',
        gap: 1,
        p: { xs: 3, sm: 6 },
        bgcolor: '#fff',
        color: '#12201d',
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 3,
        // One sheet, its middle at the height of the eyes.
        '@media print': { border: 0, p: 0, minHeight: '66vh', alignContent: 'center', zoom: 1.25 },
      }}
    >
      <Box
        sx={{
          fontSize: { xs: '2.25rem', sm: '3.5rem' },
          fontWeight: 750,
          letterSpacing: '-0.03em',
          lineHeight: 1.05,
        }}
      >
        {t('join.posterLead')}
      </Box>
      <Box sx={{ fontSize: '1.25rem' }}>{t('join.posterScan')}</Box>
      <QrCode text={address} label={t('join.qr', { address })} size="min(420px, 100%)" />
      <Box sx={{ fontSize: '1.125rem' }}>{t('join.posterType', { address: `${host}/app` })}</Box>
      <Box
        sx={{
          px: 3,
          py: 0.5,
          border: '3px solid #0b6459',
          borderRadius: 3,
          fontSize: { xs: '2.5rem', sm: '3.5rem' },
          fontWeight: 750,
          letterSpacing: '0.16em',
        }}
      >
        {event.code}
      </Box>
      <Box sx={{ mt: 2, fontSize: '1.25rem', fontWeight: 600 }}>{event.name}</Box>
    </Box>
  );
}
