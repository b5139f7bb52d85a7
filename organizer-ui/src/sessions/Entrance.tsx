import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../components/Mark';
import { EntrancePicture } from './EntrancePicture';

interface Props {
  children: ReactNode;
  /** How wide what is filled in may be. */
  width?: number;
}

/** The frame of the pages before one is inside: what Steward is, beside what is filled in. */
export function Entrance({ children, width = 380 }: Props) {
  const { t } = useTranslation('sessions');
  return (
    <Box sx={{ minHeight: '100dvh', display: 'grid', gridTemplateColumns: { md: 'minmax(0, 5fr) 7fr' } }}>
      <Box
        component="aside"
        sx={{
          display: { xs: 'none', md: 'flex' },
          flexDirection: 'column',
          justifyContent: 'space-between',
          p: 5,
          bgcolor: 'entrance.main',
          color: 'entrance.contrastText',
          position: 'sticky',
          top: 0,
          height: '100dvh',
          overflow: 'hidden',
        }}
      >
        <Mark size={36} withName />
        <EntrancePicture />
        <Box sx={{ maxWidth: 440, textWrap: 'balance' }}>
          <Typography
            sx={{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.2, letterSpacing: '-0.02em' }}
          >
            {t('signIn.claim')}
          </Typography>
          <Typography sx={{ mt: 1.25, opacity: 0.86 }}>{t('signIn.claimText')}</Typography>
        </Box>
      </Box>
      <Box component="main" sx={{ display: 'grid', placeItems: 'center', p: { xs: 3, sm: 5 } }}>
        <Box sx={{ width: '100%', maxWidth: width }}>
          <Box sx={{ display: { md: 'none' }, mb: 4 }}>
            <Mark size={32} withName />
          </Box>
          {children}
        </Box>
      </Box>
    </Box>
  );
}
