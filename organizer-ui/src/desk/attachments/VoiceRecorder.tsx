import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type Recording, record } from '@steward/client-kit/voice';
import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopwatch } from '../../texts/formats';

interface Props {
  onRecorded: (file: Blob, seconds: number) => void;
  onEnd: () => void;
}

/** In the place of the field: records a voice clip from the start. Enter sends it, Escape throws it away. */
export function VoiceRecorder({ onRecorded, onEnd }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const [seconds, setSeconds] = useState<number>();
  const [refused, setRefused] = useState(false);
  const recording = useRef<Recording>(undefined);
  const heard = useRef(onRecorded);
  heard.current = onRecorded;
  useEffect(() => {
    const begun = record({
      onSecond: setSeconds,
      onRecorded: (file, length) => heard.current(file, length),
      onRefused: () => setRefused(true),
    });
    recording.current = begun;
    return () => begun.cancel();
  }, []);
  return (
    <Box sx={{ flex: 'none', px: { xs: 1.25, sm: 2.5 }, pb: { xs: 1, sm: 1.5 } }}>
      <Box
        onKeyDown={(event) => event.key === 'Escape' && onEnd()}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'flex-end',
          gap: 1,
          minHeight: 54,
          pl: 2,
          pr: 0.75,
          py: 0.75,
          border: '1px solid',
          borderColor: 'surface.edge',
          borderRadius: 3,
          bgcolor: 'background.paper',
        }}
      >
        <Box sx={{ flex: 1, display: 'flex', alignItems: 'center', gap: 1.25 }}>
          {refused ? <span role="alert">{t('attachment.noMicrophone')}</span> : <Running seconds={seconds} />}
        </Box>
        <Button color="inherit" autoFocus={refused} onClick={onEnd}>
          {t(refused ? 'common:action.close' : 'attachment.discard')}
        </Button>
        {!refused && (
          <Button
            variant="contained"
            autoFocus
            aria-disabled={seconds === undefined}
            endIcon={<SendHorizontal size={17} aria-hidden />}
            onClick={() => recording.current?.finish()}
          >
            {t('composer.send')}
          </Button>
        )}
      </Box>
      <Box sx={{ minHeight: 20, pt: 0.5, px: 0.5, color: 'text.secondary', fontSize: '0.75rem' }}>
        {!refused && t('attachment.recordHint')}
      </Box>
    </Box>
  );
}

function Running({ seconds }: { seconds: number | undefined }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 12,
          height: 12,
          borderRadius: '50%',
          bgcolor: 'alarm.main',
          '@media (prefers-reduced-motion: no-preference)': {
            animation: 'recording 1.2s ease-in-out infinite alternate',
            '@keyframes recording': { to: { opacity: 0.35 } },
          },
        }}
      />
      <span role="status">{t('attachment.recording')}</span>
      <Box component="span" aria-hidden sx={{ fontVariantNumeric: 'tabular-nums', color: 'text.secondary' }}>
        {seconds === undefined ? '…' : stopwatch(seconds)}
      </Box>
    </>
  );
}
