import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Event } from '../../api/types';
import { CopyButton } from '../../components/CopyButton';
import { length } from '../../texts/formats';
import { GridMap } from '../map/GridMap';
import { direction, distance, type Point } from '../map/geometry';
import type { Places } from '../places/usePlaces';
import { ContextSection } from './ContextSection';
import { PlaceAge } from './PlaceAge';

/** Closer than this somebody counts as being at the event's point, in metres. */
const AT_EVENT = 25;

function pointOf(event: Pick<Event, 'latitude' | 'longitude'> | undefined): Point | undefined {
  if (typeof event?.latitude !== 'number' || typeof event.longitude !== 'number') return undefined;
  return { latitude: event.latitude, longitude: event.longitude };
}

interface Props {
  places: Places;
  event: Event | undefined;
}

/** Where the person is, or was when they last said so, seen from the event. */
export function ContextLocation({ places: { all, place, choose }, event }: Props) {
  const { t, i18n } = useTranslation('desk');
  if (!place) {
    return (
      <ContextSection title={t('context.location')}>
        <Typography color="textSecondary">{t('context.noLocation')}</Typography>
      </ContextSection>
    );
  }
  const venue = pointOf(event);
  const coordinates = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  const metres = venue && distance(venue, place);
  const words =
    venue === undefined || metres === undefined
      ? t('map.alone', { coordinates })
      : metres < AT_EVENT
        ? t('context.atEvent')
        : t('context.distance', {
            length: length(metres, i18n.language),
            direction: t(`direction.${direction(venue, place)}`),
          });
  const others = all.filter((other) => other !== place);
  return (
    <ContextSection title={t('context.location')}>
      <GridMap person={place} accuracy={place.accuracy} venue={venue} others={others} place={words} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1.25, mb: 0.5 }}>
        <Box sx={{ flex: 1, minWidth: 0, fontWeight: 600 }}>{venue ? words : coordinates}</Box>
        <CopyButton size="small" text={coordinates} aria-label={t('context.copyCoordinates')} />
      </Box>
      <PlaceAge place={place} />
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {place.accuracy
          ? t('context.accuracy', { length: length(place.accuracy, i18n.language) })
          : coordinates}
      </Box>
      {place !== all[0] && (
        <Button size="small" onClick={() => choose()} sx={{ ml: -0.75, mt: 0.5 }}>
          {t('place.newest')}
        </Button>
      )}
    </ContextSection>
  );
}
