import Box from '@mui/material/Box';
import { useColorScheme } from '@mui/material/styles';
import { type ReactNode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatch, useNavigate } from 'react-router';
import { AlarmBell } from '../desk/alarm/AlarmBell';
import { UnansweredAlarm } from '../desk/alarm/UnansweredAlarm';
import { DeskProvider } from '../desk/client/DeskProvider';
import { useDeskCount } from '../desk/client/hooks';
import { useMember, useSession } from '../sessions/useSession';
import { ShortcutProvider, useShortcuts } from '../shortcuts/ShortcutProvider';
import { ConnectionBanner } from './ConnectionBanner';
import { NavigationBar } from './NavigationBar';
import { NavigationRail } from './NavigationRail';
import { destinationsOf } from './navigation';

/** The frame of every page: navigation, the state of the connection, and the desk's live client behind it. */
export function Shell({ children }: { children: ReactNode }) {
  const live = useSession()?.member?.organization_status === 'approved';
  return (
    <ShortcutProvider>
      {live ? <LiveFrame>{children}</LiveFrame> : <Frame>{children}</Frame>}
    </ShortcutProvider>
  );
}

function LiveFrame({ children }: { children: ReactNode }) {
  const member = useMember();
  return (
    <DeskProvider key={member.id} member={member.id}>
      <CountedFrame>{children}</CountedFrame>
    </DeskProvider>
  );
}

function CountedFrame({ children }: { children: ReactNode }) {
  return (
    <Frame
      deskCount={useDeskCount()}
      banner={
        <>
          <AlarmBell />
          <ConnectionBanner />
          <UnansweredAlarm />
        </>
      }
    >
      {children}
    </Frame>
  );
}

interface FrameProps {
  deskCount?: number;
  banner?: ReactNode;
  children: ReactNode;
}

function Frame({ deskCount = 0, banner, children }: FrameProps) {
  const { t } = useTranslation();
  const session = useSession();
  const destinations = useMemo(() => (session ? destinationsOf(session) : []), [session]);
  // The desk scrolls in its columns, other pages as a whole.
  const fills = useMatch('/desk/*') !== null;
  useGlobalShortcuts(destinations.map(({ to }) => to));
  return (
    <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
      <Box component="a" href="#content" sx={SKIP}>
        {t('navigation.skip')}
      </Box>
      <NavigationRail destinations={destinations} deskCount={deskCount} />
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'flex',
          flexDirection: 'column',
          minHeight: '100dvh',
          height: fills ? '100dvh' : undefined,
        }}
      >
        {banner}
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}
        >
          <Suspense fallback={null}>{children}</Suspense>
        </Box>
        <NavigationBar destinations={destinations} deskCount={deskCount} />
      </Box>
    </Box>
  );
}

/** Only seen by whoever steps through the page by keyboard. */
const SKIP = {
  position: 'fixed',
  top: 8,
  left: -9999,
  zIndex: 'tooltip',
  px: 2,
  py: 1,
  borderRadius: 2,
  bgcolor: 'background.paper',
  color: 'text.primary',
  '&:focus': { left: 8 },
} as const;

function useGlobalShortcuts(reachable: readonly string[]): void {
  const navigate = useNavigate();
  const { mode, systemMode, setMode } = useColorScheme();
  const go = (to: string) => () => {
    if (reachable.includes(to)) void navigate(to);
  };
  useShortcuts({
    'g d': go('/desk'),
    'g i': go('/incidents'),
    'g e': go('/events'),
    'g r': go('/archive'),
    'g t': go('/team'),
    'shift+l': () => setMode((mode === 'system' ? systemMode : mode) === 'dark' ? 'light' : 'dark'),
  });
}
