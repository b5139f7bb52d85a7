import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  onClose: () => void;
  context: ReactNode;
  children: ReactNode;
}

/** The middle with the details beside it where there is room, and over it where there is not. */
export function WithContext({ open, onClose, context, children }: Props) {
  const { t } = useTranslation('desk');
  const wide = useMediaQuery(useTheme().breakpoints.up('lg'));
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>{children}</Box>
      {wide && open && (
        <Box
          component="aside"
          aria-label={t('context.label')}
          sx={{
            flex: 'none',
            width: { lg: 324, xl: 364 },
            overflowY: 'auto',
            bgcolor: 'background.paper',
            borderLeft: '1px solid',
            borderColor: 'divider',
          }}
        >
          {context}
        </Box>
      )}
      {!wide && (
        <Drawer
          anchor="right"
          open={open}
          onClose={onClose}
          slotProps={{
            paper: { 'aria-label': t('context.label'), sx: { width: 'min(400px, 100vw)' } },
          }}
        >
          {context}
        </Drawer>
      )}
    </Box>
  );
}
