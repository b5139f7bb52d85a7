import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { MapPin, Phone, TextQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Event } from '../api/types';
import { Fact } from '../components/Fact';
import { Section } from '../components/Section';

/** What an event is, where, and whom to call in an emergency. */
export function EventFacts({ event }: { event: Event }) {
  const { t } = useTranslation('events');
  const { latitude, longitude } = event;
  const placed = typeof latitude === 'number' && typeof longitude === 'number';
  return (
    <Section title={t('view.about')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2 }}>
        <Fact icon={TextQuote} label={t('view.description')}>
          <Typography
            sx={{ whiteSpace: 'pre-wrap' }}
            color={event.description ? undefined : 'text.secondary'}
          >
            {event.description || t('view.noDescription')}
          </Typography>
        </Fact>
        <Fact icon={MapPin} label={t('view.where')}>
          {event.address}
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {placed ? t('view.coordinates', { latitude, longitude }) : t('view.noCoordinates')}
          </Box>
        </Fact>
        <Fact icon={Phone} label={t('view.emergency')}>
          {event.emergency_number ?? <Box sx={{ color: 'text.secondary' }}>{t('view.noEmergency')}</Box>}
        </Fact>
      </Box>
    </Section>
  );
}
