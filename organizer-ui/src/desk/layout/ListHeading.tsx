import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  count: number;
  children?: ReactNode;
}

/** The head of a part of the list; stays in sight while the part scrolls. */
export function ListHeading({ id, title, count, children }: Props) {
  return (
    <Box
      sx={{
        position: 'sticky',
        top: -6,
        zIndex: 2,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 44,
        px: 1.25,
        pt: 0.5,
        bgcolor: 'background.paper',
      }}
    >
      <Box component="h2" id={id} sx={{ m: 0, fontSize: '0.875rem', fontWeight: 650 }}>
        {title}
      </Box>
      {count > 0 && (
        <Box
          component="span"
          sx={{
            minWidth: 20,
            px: 0.75,
            borderRadius: 10,
            bgcolor: 'surface.strong',
            fontSize: '0.75rem',
            fontWeight: 650,
            lineHeight: '20px',
            textAlign: 'center',
          }}
        >
          {count}
        </Box>
      )}
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  );
}
