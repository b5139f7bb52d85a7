import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Staging } from './useStaged';

/** Above the field: the photos that go with the next message. */
export function StagedPhotos({ staging: { photos, failed, remove } }: { staging: Staging }) {
  const { t } = useTranslation('desk');
  return (
    <>
      {photos.length > 0 && (
        <Box
          component="ul"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, m: 0, p: 0, pb: 1, listStyle: 'none' }}
        >
          {photos.map(({ id, url }) => (
            <Box component="li" key={id} sx={{ position: 'relative' }}>
              <Box
                component="img"
                src={url}
                alt={t('attachment.photo')}
                sx={{ display: 'block', height: 88, maxWidth: 160, borderRadius: 2, objectFit: 'cover' }}
              />
              <IconButton
                size="small"
                aria-label={t('attachment.remove')}
                onClick={() => remove(id)}
                sx={{
                  position: 'absolute',
                  top: 4,
                  right: 4,
                  color: '#fff',
                  bgcolor: 'rgb(0 0 0 / 65%)',
                  '&:hover': { bgcolor: 'rgb(0 0 0 / 85%)' },
                }}
              >
                <X size={16} aria-hidden />
              </IconButton>
            </Box>
          ))}
        </Box>
      )}
      {failed && (
        <Box role="alert" sx={{ pb: 0.75, color: 'error.main', fontSize: '0.8125rem' }}>
          {t('attachment.noPicture')}
        </Box>
      )}
    </>
  );
}
