import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** In the line of an entry: what stands there before its words, such as that they are a draft. */
export function LineMark({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <Box component="span" sx={{ color: colour, fontWeight: 600 }}>
      {children}
    </Box>
  );
}
