import Box from '@mui/material/Box';
import type { ElementType, ReactNode } from 'react';
import { ONLY_HEARD } from './only-heard';

interface Props {
  component?: ElementType;
  role?: string;
  live?: 'polite' | 'assertive';
  children: ReactNode;
}

/** Words for whoever listens to the page; nothing is seen of them. */
export function OnlyHeard({ component = 'span', role, live, children }: Props) {
  return (
    <Box component={component} role={role} aria-live={live} sx={ONLY_HEARD}>
      {children}
    </Box>
  );
}
