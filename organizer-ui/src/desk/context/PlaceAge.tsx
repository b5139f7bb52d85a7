import Box from '@mui/material/Box';
import { Radio } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clock, relative } from '../../texts/formats';
import { useServerNow } from '../client/hooks';
import { isSilent, type Place } from '../places/places';

/** How the place became known, and how old it is. */
export function PlaceAge({ place }: { place: Place }) {
  const { t, i18n } = useTranslation('desk');
  const now = useServerNow();
  const { source, at, stoppedAt } = place;
  const ago = now - Date.parse(at) < 60_000 ? t('place.now') : relative(at, now, i18n.language);
  if (source === 'live') {
    const silent = isSilent(place, now);
    return (
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          fontSize: '0.875rem',
          fontWeight: 600,
          color: silent ? 'error.main' : 'success.main',
        }}
      >
        <Radio size={15} aria-hidden />
        {t(silent ? 'place.silent' : 'place.live', { ago })}
      </Box>
    );
  }
  const time = clock(stoppedAt ?? at, i18n.language);
  return (
    <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{t(`place.${source}`, { time, ago })}</Box>
  );
}
