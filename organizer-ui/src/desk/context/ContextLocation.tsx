import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Event, HelpRequest } from '../../api/types';
import { CopyButton } from '../../components/CopyButton';
import { length } from '../../texts/formats';
import { GridMap } from '../map/GridMap';
import { direction, distance, type Point } from '../map/geometry';
import { ContextSection } from './ContextSection';

/** Closer than this somebody counts as being at the event's point, in metres. */
const AT_EVENT = 25;

function pointOf(event: Pick<Event, 'latitude' | 'longitude'> | undefined): Point | undefined {
  if (typeof event?.latitude !== 'number' || typeof event.longitude !== 'number') return undefined;
  return { latitude: event.latitude, longitude: event.longitude };
}

interface Props {
  request: HelpRequest;
  event: Event | undefined;
}

/** Where the person was when asking, seen from the event. */
export function ContextLocation({ request: { location }, event }: Props) {
  const { t, i18n } = useTranslation('desk');
  if (!location) {
    return (
      <ContextSection title={t('context.location')}>
        <Typography color="textSecondary">{t('context.noLocation')}</Typography>
      </ContextSection>
    );
  }
  const venue = pointOf(event);
  const coordinates = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  const metres = venue && distance(venue, location);
  const place =
    venue === undefined || metres === undefined
      ? t('map.alone', { coordinates })
      : metres < AT_EVENT
        ? t('context.atEvent')
        : t('context.distance', {
            length: length(metres, i18n.language),
            direction: t(`direction.${direction(venue, location)}`),
          });
  return (
    <ContextSection title={t('context.location')}>
      <GridMap person={location} accuracy={location.accuracy ?? 0} venue={venue} place={place} />
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, mt: 1.25 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ fontWeight: 600 }}>{venue ? place : coordinates}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {location.accuracy
              ? t('context.accuracy', { length: length(location.accuracy, i18n.language) })
              : coordinates}
          </Box>
        </Box>
        <CopyButton size="small" text={coordinates} aria-label={t('context.copyCoordinates')} />
      </Box>
    </ContextSection>
  );
}
