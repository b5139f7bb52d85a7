import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Event } from '../api/types';
import { Section } from '../components/Section';

/** The named parts of an event. */
export function EventZones({ event }: { event: Event }) {
  const { t } = useTranslation('events');
  return (
    <Section title={t('view.zones')}>
      {event.zones.length === 0 ? (
        <Typography color="textSecondary">{t('view.noZones')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {event.zones.map((zone) => (
            <Box
              component="li"
              key={zone.id}
              sx={{ px: 1.5, py: 0.5, borderRadius: 2, bgcolor: 'surface.strong', fontWeight: 550 }}
            >
              {zone.name}
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
