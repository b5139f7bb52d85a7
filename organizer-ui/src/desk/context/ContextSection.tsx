import Box from '@mui/material/Box';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  /** At the right of the title. */
  side?: ReactNode;
  children: ReactNode;
}

/** A part of the details. */
export function ContextSection({ title, side, children }: Props) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        px: 2.5,
        py: 2,
        borderBottom: '1px solid',
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Box
          component="h3"
          id={id}
          sx={{ m: 0, fontSize: '0.8125rem', fontWeight: 650, color: 'text.secondary' }}
        >
          {title}
        </Box>
        {side}
      </Box>
      {children}
    </Box>
  );
}
