import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../api/types';
import { useFile } from './useFile';

interface Props {
  photo: Photo;
  /** Which one it is of how many. */
  number: number;
  count: number;
  onStep: (by: number) => void;
  onClose: () => void;
}

const onDark = { color: '#fff', bgcolor: 'rgb(0 0 0 / 60%)', '&:hover': { bgcolor: 'rgb(0 0 0 / 80%)' } };

/** A photo on the whole screen: the arrows go to the one before and after it, Escape back to the conversation. */
export function PhotoViewer({ photo, number, count, onStep, onClose }: Props) {
  const { t } = useTranslation('desk');
  const small = useFile(photo.id, 'thumbnail');
  const large = useFile(photo.id, 'original');
  const url = large.url ?? small.url;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') onStep(-1);
    else if (event.key === 'ArrowRight') onStep(1);
  };
  return (
    <Dialog
      open
      fullScreen
      onClose={onClose}
      onKeyDown={onKeyDown}
      slotProps={{
        paper: {
          'aria-label': t('attachment.photoOf', { number, count }),
          sx: { bgcolor: '#000', backgroundImage: 'none', border: 0, borderRadius: 0 },
        },
      }}
    >
      <Box sx={{ position: 'relative', flex: 1, minHeight: 0, display: 'grid', placeItems: 'center' }}>
        {url && (
          <Box
            component="img"
            src={url}
            alt={t('attachment.photo')}
            sx={{ width: '100%', height: '100%', minHeight: 0, objectFit: 'contain' }}
          />
        )}
        {large.failed && (
          <Typography role="status" sx={{ position: 'absolute', bottom: 16, color: '#fff' }}>
            {t('attachment.away')}
          </Typography>
        )}
        <IconButton
          autoFocus
          aria-label={t('attachment.close')}
          onClick={onClose}
          sx={{ ...onDark, position: 'absolute', top: 16, right: 16 }}
        >
          <X size={22} aria-hidden />
        </IconButton>
        {number > 1 && (
          <IconButton
            aria-label={t('attachment.before')}
            onClick={() => onStep(-1)}
            sx={{ ...onDark, position: 'absolute', left: 16 }}
          >
            <ChevronLeft size={26} aria-hidden />
          </IconButton>
        )}
        {number < count && (
          <IconButton
            aria-label={t('attachment.after')}
            onClick={() => onStep(1)}
            sx={{ ...onDark, position: 'absolute', right: 16 }}
          >
            <ChevronRight size={26} aria-hidden />
          </IconButton>
        )}
      </Box>
    </Dialog>
  );
}
