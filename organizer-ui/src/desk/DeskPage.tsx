import Box from '@mui/material/Box';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useMatch } from 'react-router';
import { OnlyHeard } from '../components/OnlyHeard';
import { usePageTitle } from '../components/usePageTitle';
import { useDesk } from './client/hooks';
import { DeskList } from './layout/DeskList';
import { useDeskShortcuts } from './layout/useDeskShortcuts';
import { useTeamShortcut } from './team/useTeamShortcut';
import { useDeskEvents } from './useDeskEvents';

/** The desk: who waits, whom I help, what is said, and what to know about it, on one screen. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const { events } = useDeskEvents();
  const chosen = useMatch('/desk/:kind/:id') !== null;
  const ids = useMemo(() => events.map((event) => event.id), [events]);
  usePageTitle(t('title'));
  useDeskShortcuts(ids);
  useTeamShortcut(ids);
  useEffect(() => desk.queues.follow(ids), [desk, ids]);
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        display: 'grid',
        gridTemplateRows: 'minmax(0, 1fr)',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '312px minmax(0, 1fr)', xl: '348px minmax(0, 1fr)' },
        '--desk-bar': '64px',
      }}
    >
      <OnlyHeard component="h1">{t('title')}</OnlyHeard>
      <Box
        sx={{
          display: { xs: chosen ? 'none' : 'flex', md: 'flex' },
          minHeight: 0,
          flexDirection: 'column',
          bgcolor: 'background.paper',
        }}
      >
        <DeskList />
      </Box>
      <Box
        sx={{
          display: { xs: chosen ? 'flex' : 'none', md: 'flex' },
          minWidth: 0,
          minHeight: 0,
          flexDirection: 'column',
          borderLeft: { md: '1px solid' },
          borderColor: { md: 'divider' },
        }}
      >
        <Outlet />
      </Box>
    </Box>
  );
}
