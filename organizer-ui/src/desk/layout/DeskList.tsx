import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { MuteToggle } from '../alarm/MuteToggle';
import { AvailabilityControl } from '../availability/AvailabilityControl';
import { useReady } from '../client/hooks';
import { MineList } from '../conversations/MineList';
import { QueueList } from '../queue/QueueList';
import { useDeskEvents } from '../useDeskEvents';

/** The left column: my availability, my conversations, and who waits. */
export function DeskList() {
  const { t } = useTranslation('desk');
  const { events, isPending, error, retry } = useDeskEvents();
  const ready = useReady();
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          height: 'var(--desk-bar)',
          px: 1.5,
          borderBottom: '1px solid',
          borderColor: 'divider',
        }}
      >
        <AvailabilityControl events={events} />
        <Box sx={{ flex: 1 }} />
        <MuteToggle />
      </Box>
      <Box
        component="section"
        aria-label={t('list.label')}
        sx={{ flex: 1, minHeight: 0, overflowY: 'auto', p: 0.75, scrollPaddingBlock: 48 }}
      >
        {error && events.length === 0 ? (
          <ErrorState error={error} onRetry={retry} />
        ) : isPending || !ready ? (
          <Box sx={{ p: 1 }}>
            <Loading rows={5} height={72} />
          </Box>
        ) : (
          <>
            <MineList />
            <QueueList events={events} />
          </>
        )}
      </Box>
    </>
  );
}
