import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Event } from '../api/types';
import { Section } from '../components/Section';

/** Whom visitors and staff call. */
export function EventContacts({ event }: { event: Event }) {
  const { t } = useTranslation('events');
  return (
    <Section title={t('view.contacts')}>
      {event.contacts.length === 0 ? (
        <Typography color="textSecondary">{t('view.noContacts')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
          {event.contacts.map((contact) => (
            <Box
              component="li"
              key={contact.id}
              sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2 }}
            >
              <Box sx={{ flex: '1 1 200px' }}>
                <Box sx={{ fontWeight: 600 }}>{contact.name}</Box>
                {contact.role && (
                  <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{contact.role}</Box>
                )}
              </Box>
              <Link href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</Link>
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
