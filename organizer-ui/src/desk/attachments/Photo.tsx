import ButtonBase from '@mui/material/ButtonBase';
import type { Upload } from '@steward/client-kit/outbox';
import { useTranslation } from 'react-i18next';
import type { Photo as PhotoPart } from '../../api/types';
import { useFile } from './useFile';

interface Props {
  photo: PhotoPart;
  upload?: Upload;
  onOpen?: (id: string) => void;
}

/** Widest and highest that a photo is in a message, in pixels. */
const WIDEST = 280;
const HIGHEST = 320;

/** A photo in a message. Its place is kept until it is here; a very long one is cut, and whole when it is opened. */
export function Photo({ photo, upload, onOpen }: Props) {
  const { t } = useTranslation('desk');
  const { url, failed } = useFile(photo.id, 'thumbnail', upload);
  const ratio = Math.max(0.4, Math.min(photo.width / photo.height, 3));
  return (
    <ButtonBase
      aria-label={t('attachment.show')}
      disabled={!onOpen}
      onClick={() => onOpen?.(photo.id)}
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: Math.min(WIDEST, HIGHEST * ratio),
        maxWidth: '100%',
        aspectRatio: String(ratio),
        my: 0.25,
        borderRadius: 2,
        overflow: 'hidden',
        bgcolor: 'action.hover',
        '&:focus-visible': { outline: '2px solid', outlineColor: 'focus', outlineOffset: 2 },
        '& img': { width: '100%', height: '100%', objectFit: 'cover' },
      }}
    >
      {url && <img src={url} alt={t('attachment.photo')} />}
      {failed && t('attachment.away')}
    </ButtonBase>
  );
}
