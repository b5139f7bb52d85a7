import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import type { Upload } from '@steward/client-kit/outbox';
import { followPlaying, SILENT, togglePlaying } from '@steward/client-kit/voice';
import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopwatch } from '../../texts/formats';
import { useFile } from './useFile';

interface Props {
  id: string;
  seconds: number;
  upload?: Upload;
}

/** Plays a voice clip. */
export function VoicePlayer({ id, seconds, upload }: Props) {
  const { t } = useTranslation('desk');
  const { url, failed } = useFile(id, 'original', upload);
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const [{ plays, at }, setPlaying] = useState(SILENT);
  useEffect(() => (audio ? followPlaying(audio, setPlaying) : undefined), [audio]);
  if (failed) return <span>{t('attachment.voiceAway')}</span>;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, width: 240, maxWidth: '100%', py: 0.25 }}>
      <IconButton
        disabled={!url}
        aria-label={plays ? t('attachment.pause') : t('attachment.play', { length: stopwatch(seconds) })}
        onClick={() => togglePlaying(audio)}
        sx={{
          bgcolor: 'primary.main',
          color: 'primary.contrastText',
          '&:hover': { bgcolor: 'primary.dark' },
        }}
      >
        {plays ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
      </IconButton>
      <LinearProgress
        variant="determinate"
        value={Math.min(100, (at / seconds) * 100)}
        aria-hidden
        sx={{ flex: 1, borderRadius: 2 }}
      />
      <Box component="span" aria-hidden sx={{ fontVariantNumeric: 'tabular-nums', fontSize: '0.8125rem' }}>
        {stopwatch(at > 0 ? at : seconds)}
      </Box>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said */}
      <audio ref={setAudio} src={url} />
    </Box>
  );
}
