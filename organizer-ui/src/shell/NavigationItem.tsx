import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Destination } from './navigation';

interface Props {
  destination: Destination;
  count: number;
}

/** One destination: a sign, its name, and how much waits there. */
export function NavigationItem({ destination: { to, icon: Icon, text }, count }: Props) {
  const { t } = useTranslation();
  return (
    <Box
      component={NavLink}
      to={to}
      sx={{
        position: 'relative',
        display: 'grid',
        justifyItems: 'center',
        gap: 0.5,
        width: 80,
        py: 1,
        borderRadius: 2,
        color: 'rail.quiet',
        fontSize: '0.71875rem',
        fontWeight: 550,
        textDecoration: 'none',
        transition: 'background-color 120ms, color 120ms',
        '&:hover': { color: 'rail.contrastText', bgcolor: 'rail.hover' },
        '&.active': { color: 'rail.contrastText', bgcolor: 'rail.active' },
      }}
    >
      <Icon size={21} strokeWidth={1.9} aria-hidden />
      <span>{t(text)}</span>
      {count > 0 && (
        <Box
          component="span"
          sx={{
            position: 'absolute',
            top: 3,
            right: 17,
            minWidth: 18,
            px: 0.5,
            borderRadius: 9,
            bgcolor: 'alarm.main',
            color: 'alarm.contrastText',
            fontSize: '0.6875rem',
            fontWeight: 700,
            lineHeight: '18px',
            textAlign: 'center',
          }}
        >
          {count > 99 ? '99+' : count}
        </Box>
      )}
    </Box>
  );
}
