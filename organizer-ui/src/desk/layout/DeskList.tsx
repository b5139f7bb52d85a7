import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { Segments } from '../../components/Segments';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { MuteToggle } from '../alarm/MuteToggle';
import { AvailabilityControl } from '../availability/AvailabilityControl';
import { useReady } from '../client/hooks';
import { ClosedList } from '../conversations/ClosedList';
import { MineList } from '../conversations/MineList';
import { QueueList } from '../queue/QueueList';
import { TeamList } from '../team/TeamList';
import { useDeskEvents } from '../useDeskEvents';
import { FindField } from './FindField';
import { reveal } from './lists';
import { SCROLLER } from './VirtualList';

/** What is going on, or what is over. */
type Shown = 'now' | 'closed';

/** The left column: my availability, my conversations, and who waits. */
export function DeskList() {
  const { t } = useTranslation('desk');
  const { events, isPending, error, retry } = useDeskEvents();
  const ready = useReady();
  const [shown, setShown] = useState<Shown>('now');
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({
    '/': () => search.current?.focus(),
  });
  const { pathname } = useLocation();
  // What was opened, by whatever way, stands in sight in the list.
  useEffect(() => {
    reveal(pathname);
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
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, px: 1.5, pt: 1 }}>
        <Segments
          label={t('list.show')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'now', text: t('list.now') },
            { value: 'closed', text: t('list.closed') },
          ]}
        />
        <FindField ref={search} text={text} onText={setText} />
      </Box>
      <Box
        {...{ [SCROLLER]: '' }}
        sx={{ flex: 1, minHeight: 0, overflowY: 'auto', p: 0.75, '& > *': { minWidth: 0 } }}
      >
        {shown === 'closed' ? (
          <ClosedList text={text} />
        ) : error && events.length === 0 ? (
          <ErrorState error={error} onRetry={retry} />
        ) : isPending || !ready ? (
          <Box sx={{ p: 1 }}>
            <Loading rows={5} height={72} />
          </Box>
        ) : (
          <>
            <MineList text={text} />
            <QueueList events={events} text={text} />
          </>
        )}
      </Box>
      {ready && <TeamList events={events} />}
    </>
  );
}
