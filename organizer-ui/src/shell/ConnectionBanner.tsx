import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { LiveState } from '@steward/client-kit/live';
import { CircleCheck, MonitorX, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../components/useNow';
import { useConnection, useDesk } from '../desk/client/hooks';

/** How long "back online" stays. */
const RESTORED_MS = 4000;
/** A loss shorter than this is not worth a word. */
const PATIENCE_MS = 700;

type Shown = 'nothing' | 'lost' | 'catching-up' | 'restored' | 'stopped';

type Standing = 'reached' | 'syncing' | 'stopped' | 'away';

/** Attempts come and go while nobody answers; for a person that is one loss. */
function standingOf(phase: LiveState['phase']): Standing {
  if (phase === 'live' || phase === 'polling') return 'reached';
  return phase === 'syncing' || phase === 'stopped' ? phase : 'away';
}

/** What the banner says, following the connection: nothing of the first connecting, everything of a loss. */
function useShown(): Shown {
  const standing = standingOf(useConnection().phase);
  const [everLive, setEverLive] = useState(false);
  const [shown, setShown] = useState<Shown>('nothing');
  useEffect(() => {
    if (standing === 'reached') {
      setEverLive(true);
      setShown((old) => (old === 'nothing' ? old : 'restored'));
      const timer = setTimeout(() => setShown('nothing'), RESTORED_MS);
      return () => clearTimeout(timer);
    }
    if (standing === 'stopped') {
      setShown('stopped');
      return;
    }
    if (standing === 'syncing') {
      setShown((old) => (old === 'nothing' ? old : 'catching-up'));
      return;
    }
    const timer = setTimeout(() => setShown('lost'), everLive ? PATIENCE_MS : PATIENCE_MS * 4);
    return () => clearTimeout(timer);
  }, [standing, everLive]);
  return shown;
}

/** Says that the connection is lost, when it is tried again, and that nothing was lost. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const shown = useShown();
  return (
    <Box
      role="status"
      sx={{ position: 'sticky', top: 0, zIndex: 'appBar', '@media print': { display: 'none' } }}
    >
      {shown === 'lost' && <Lost />}
      {shown === 'stopped' && <Stopped />}
      {shown === 'catching-up' && (
        <Strip tone="caution" icon={<RefreshCw size={17} aria-hidden />}>
          {t('connection.catchingUp')}
        </Strip>
      )}
      {shown === 'restored' && (
        <Strip tone="done" icon={<CircleCheck size={17} aria-hidden />}>
          {t('connection.restored')}
        </Strip>
      )}
    </Box>
  );
}

function Lost() {
  const { t } = useTranslation();
  const desk = useDesk();
  const connection = useConnection();
  const now = useNow();
  const seconds = connection.phase === 'waiting' ? Math.ceil((connection.until - now) / 1000) : 0;
  return (
    <Strip tone="caution" icon={<WifiOff size={17} aria-hidden />}>
      {t('connection.reconnectingKept')}
      {seconds > 1 && (
        <Box component="span" aria-hidden sx={{ ml: 1, opacity: 0.85 }}>
          {t('connection.retryIn', { seconds })}
        </Box>
      )}
      <BannerButton onClick={() => desk.wake()}>{t('connection.retryNow')}</BannerButton>
    </Strip>
  );
}

/** It is not tried again by itself: another window took over, or this page is too old. */
function Stopped() {
  const { t } = useTranslation();
  const desk = useDesk();
  const connection = useConnection();
  const reason = connection.phase === 'stopped' ? connection.reason : undefined;
  if (reason !== 'replaced' && reason !== 'version') return null;
  const goOn = reason === 'replaced' ? () => desk.start() : () => window.location.reload();
  return (
    <Strip tone="caution" icon={<MonitorX size={17} aria-hidden />}>
      {t(`connection.${reason}`)}
      <BannerButton onClick={goOn}>{t(`connection.${reason}Action`)}</BannerButton>
    </Strip>
  );
}

function BannerButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button size="small" color="inherit" sx={{ ml: 1, textDecoration: 'underline' }} onClick={onClick}>
      {children}
    </Button>
  );
}

interface StripProps {
  tone: 'caution' | 'done';
  icon: React.ReactNode;
  children: React.ReactNode;
}

function Strip({ tone, icon, children }: StripProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        flexWrap: 'wrap',
        gap: 1,
        minHeight: 40,
        px: 2,
        py: 0.5,
        bgcolor: `${tone}.soft`,
        color: `${tone}.onSoft`,
        fontSize: '0.875rem',
        fontWeight: 550,
      }}
    >
      {icon}
      <span>{children}</span>
    </Box>
  );
}
