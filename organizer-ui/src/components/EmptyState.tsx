import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  icon: LucideIcon;
  title: string;
  text?: string;
  /** True when the page holds nothing else: then this is its heading. */
  page?: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}

/** Why there is nothing here, and what can be done about it. */
export function EmptyState({ icon: Icon, title, text, page = false, children }: Props) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        textAlign: 'center',
        gap: 0.75,
        px: 3,
        py: 6,
        m: 'auto',
        maxWidth: 440,
      }}
    >
      <Box
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 56,
          height: 56,
          mb: 1,
          borderRadius: '50%',
          bgcolor: 'surface.sunken',
          color: 'text.secondary',
        }}
      >
        <Icon size={26} strokeWidth={1.75} aria-hidden />
      </Box>
      <Typography variant="h3" component={page ? 'h1' : 'p'}>
        {title}
      </Typography>
      {text && <Typography color="textSecondary">{text}</Typography>}
      {children && <Box sx={{ mt: 1.5, display: 'flex', gap: 1 }}>{children}</Box>}
    </Box>
  );
}
