import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The fields above a list that narrow it: side by side, two at least. */
export function FilterGrid({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fill, minmax(9.5rem, 1fr))' },
        gap: 1.5,
        mb: 2,
        alignItems: 'center',
      }}
    >
      {children}
    </Box>
  );
}
