import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../components/Mark';
import { AccountMenu } from './AccountMenu';
import { NavigationItem } from './NavigationItem';
import type { Destination } from './navigation';

interface Props {
  destinations: readonly Destination[];
  /** Shown at the desk: people who wait and messages that are unread. */
  deskCount: number;
}

/** The narrow column at the left edge of wide screens. */
export function NavigationRail({ destinations, deskCount }: Props) {
  const { t } = useTranslation();
  return (
    <Box
      component="nav"
      aria-label={t('navigation.label')}
      sx={{
        display: { xs: 'none', sm: 'flex' },
        flexDirection: 'column',
        alignItems: 'center',
        flex: 'none',
        width: 88,
        py: 1.5,
        gap: 0.5,
        bgcolor: 'rail.main',
        color: 'rail.contrastText',
        position: 'sticky',
        top: 0,
        height: '100dvh',
        zIndex: 'appBar',
        '@media print': { display: 'none' },
      }}
    >
      <Box component={Link} to="/" aria-label="Steward" sx={{ mb: 1.5, lineHeight: 0, borderRadius: 2 }}>
        <Mark size={36} />
      </Box>
      {destinations.map((destination) => (
        <NavigationItem
          key={destination.to}
          destination={destination}
          count={destination.to === '/desk' ? deskCount : 0}
        />
      ))}
      <Box sx={{ flex: 1 }} />
      <AccountMenu />
    </Box>
  );
}
