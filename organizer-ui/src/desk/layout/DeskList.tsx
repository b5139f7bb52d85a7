import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
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
  const { events, isPending, error, retry } = useDeskEvents();
  const ready = useReady();
  const list = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  // What was opened, by whatever way, stands in sight in the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when something was opened
  useEffect(() => {
    list.current?.querySelector('[data-desk-item].active')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
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
        ref={list}
        sx={{ flex: 1, minHeight: 0, overflowY: 'auto', p: 0.75, scrollPaddingBlock: '52px 12px' }}
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
