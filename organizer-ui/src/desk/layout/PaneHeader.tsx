import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Props {
  picture?: ReactNode;
  title: string;
  /** The line below the title. */
  children?: ReactNode;
  actions: ReactNode;
}

/** The head of the middle of the desk: who this is about, and what can be done. */
export function PaneHeader({ picture, title, children, actions }: Props) {
  const { t } = useTranslation('desk');
  return (
    <Box
      component="header"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, sm: 1.5 },
        minHeight: 'var(--desk-bar)',
        px: { xs: 1, sm: 2.5 },
        py: 1,
        bgcolor: 'background.paper',
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <IconButton
        component={Link}
        to="/desk"
        aria-label={t('conversation.back')}
        sx={{ display: { md: 'none' }, ml: -0.5 }}
      >
        <ChevronLeft size={22} aria-hidden />
      </IconButton>
      <Box sx={{ display: { xs: 'none', sm: 'contents' } }}>{picture}</Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box
          component="h2"
          sx={{
            m: 0,
            fontSize: '1.0625rem',
            fontWeight: 650,
            lineHeight: 1.3,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {title}
        </Box>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            color: 'text.secondary',
            fontSize: '0.8125rem',
            whiteSpace: 'nowrap',
            overflow: 'hidden',
          }}
        >
          {children}
        </Box>
      </Box>
      <Box sx={{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1 }}>{actions}</Box>
    </Box>
  );
}
