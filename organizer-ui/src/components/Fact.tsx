import Box from '@mui/material/Box';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  icon: LucideIcon;
  label: string;
  children: ReactNode;
}

/** One line of a list of facts: a sign, what it is, and the fact. Stands in a `dl`. */
export function Fact({ icon: Icon, label, children }: Props) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '18px 1fr', columnGap: 1.5 }}>
      <Box component="dt" sx={{ display: 'contents' }}>
        <Box component="span" sx={{ color: 'text.secondary', lineHeight: 0, pt: 0.25 }}>
          <Icon size={17} aria-hidden />
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {label}
        </Box>
      </Box>
      <Box component="dd" sx={{ gridColumn: 2, m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
}
