import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Event } from '../api/types';
import { CopyButton } from '../components/CopyButton';
import { Panel } from '../components/Panel';
import { QrCode } from '../components/QrCode';
import { joinAddress } from './rules';

/** How visitors get in: a picture to scan, and a code to type. */
export function JoinPanel({ event }: { event: Event }) {
  const { t } = useTranslation('events');
  const address = joinAddress(window.location.origin, event.code);
  return (
    <Panel sx={{ p: 3, textAlign: 'center' }}>
      <Typography variant="h3" component="h2">
        {t('join.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {t('join.lead')}
      </Typography>
      <Box sx={{ display: 'grid', placeItems: 'center' }}>
        <QrCode text={address} label={t('join.qr', { address })} size="min(220px, 100%)" />
      </Box>
      <Box sx={{ mt: 2, color: 'text.secondary', fontSize: '0.8125rem' }}>{t('join.code')}</Box>
      <Box
        sx={{ fontSize: '2.25rem', fontWeight: 700, letterSpacing: '0.14em', lineHeight: 1.2, pl: '0.14em' }}
      >
        {event.code}
      </Box>
      <Box
        sx={{ mt: 0.5, mb: 2.5, color: 'text.secondary', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}
      >
        {address}
      </Box>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <CopyButton text={address}>{t('join.copyAddress')}</CopyButton>
        <CopyButton text={event.code}>{t('join.copyCode')}</CopyButton>
        <Button
          component={Link}
          to={`/events/${event.id}/poster`}
          variant="outlined"
          color="inherit"
          startIcon={<Printer size={16} aria-hidden />}
        >
          {t('join.printPoster')}
        </Button>
      </Box>
    </Panel>
  );
}
