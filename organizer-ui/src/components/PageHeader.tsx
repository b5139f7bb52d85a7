import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { usePageTitle } from './usePageTitle';

interface Props {
  title: string;
  /** One line below the title. */
  lead?: ReactNode;
  /** Where one came from. */
  back?: { to: string; label: string };
  /** Beside the title, such as a status. */
  badge?: ReactNode;
  /** At the right: the actions of the page. */
  children?: ReactNode;
}

/** The head of a page: where one is, and what can be done here. */
export function PageHeader({ title, lead, back, badge, children }: Props) {
  usePageTitle(title);
  return (
    <Box component="header" sx={{ mb: 3 }}>
      {back && (
        <Link
          component={RouterLink}
          to={back.to}
          underline="hover"
          color="textSecondary"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, mb: 1, ml: -0.5, py: 0.5 }}
        >
          <ChevronLeft size={16} aria-hidden />
          {back.label}
        </Link>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.25 }}>
            <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
              {title}
            </Typography>
            {badge}
          </Box>
          {lead && (
            <Typography color="textSecondary" sx={{ mt: 0.5 }}>
              {lead}
            </Typography>
          )}
        </Box>
        {children && <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>{children}</Box>}
      </Box>
    </Box>
  );
}
