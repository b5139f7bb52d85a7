import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { ONLY_HEARD } from '../components/only-heard';
import { AccountMenu } from './AccountMenu';
import { NavigationItem } from './NavigationItem';
import type { Destination } from './navigation';

interface Props {
  destinations: readonly Destination[];
  deskCount: number;
}

/** The bar at the lower edge of a phone. */
export function NavigationBar({ destinations, deskCount }: Props) {
  const { t } = useTranslation();
  return (
    <Box
      component="nav"
      aria-label={t('navigation.label')}
      sx={{
        display: { xs: 'flex', sm: 'none' },
        flex: 'none',
        justifyContent: 'space-around',
        alignItems: 'center',
        pt: 0.5,
        pb: 'max(4px, env(safe-area-inset-bottom))',
        bgcolor: 'rail.main',
        color: 'rail.contrastText',
        position: 'sticky',
        bottom: 0,
        zIndex: 'appBar',
        '@media print': { display: 'none' },
        // Six names have no room beside each other on the narrowest phones: there the signs stand alone.
        ...(destinations.length > 5 && {
          '@media (max-width: 379px)': {
            '& a.active': { width: 'auto', px: 1, flexShrink: 0 },
            '& a:not(.active) > span:first-of-type': ONLY_HEARD,
          },
        }),
      }}
    >
      {destinations.map((destination) => (
        <NavigationItem
          key={destination.to}
          destination={destination}
          count={destination.to === '/desk' ? deskCount : 0}
        />
      ))}
      <AccountMenu />
    </Box>
  );
}
