import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  /** Lists are wide, forms are narrow. */
  width?: number;
  children: ReactNode;
}

/** The space of a page beside the navigation. */
export function Page({ width = 1120, children }: Props) {
  return (
    <Box
      sx={{ width: '100%', maxWidth: width, mx: 'auto', px: { xs: 2, sm: 3, lg: 5 }, py: { xs: 2.5, sm: 4 } }}
    >
      {children}
    </Box>
  );
}
