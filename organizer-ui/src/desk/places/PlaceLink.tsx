import Button from '@mui/material/Button';
import type { Location } from '@steward/client-kit/live';
import { MapPin } from 'lucide-react';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { length } from '../../texts/formats';
import { keyOfMessage } from './places';

/** Shows a place of the conversation on the map beside it. */
export const ShowPlace = createContext<(key: string) => void>(() => undefined);

/** Where a message was written, as a way to the map. */
export function PlaceLink({ seq, location }: { seq: number; location: Location }) {
  const { t, i18n } = useTranslation('desk');
  const show = useContext(ShowPlace);
  return (
    <Button
      size="small"
      color="inherit"
      startIcon={<MapPin size={16} aria-hidden />}
      onClick={() => show(keyOfMessage(seq))}
      sx={{
        display: 'flex',
        mx: -0.75,
        textAlign: 'left',
        justifyContent: 'flex-start',
        whiteSpace: 'normal',
      }}
    >
      {location.accuracy
        ? t('place.showWithin', { length: length(location.accuracy, i18n.language) })
        : t('place.show')}
    </Button>
  );
}
