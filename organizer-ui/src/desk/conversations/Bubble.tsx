import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  own: boolean;
  /** Stands under the head of the one before it. */
  follows: boolean;
  faint?: boolean;
  failed?: boolean;
  head?: ReactNode;
  foot: ReactNode;
  children: ReactNode;
}

/** The shape of a message: mine at the right, everybody else's at the left. */
export function Bubble({ own, follows, faint = false, failed = false, head, foot, children }: Props) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: own ? 'flex-end' : 'flex-start',
        pt: follows ? 0.375 : 1.25,
      }}
    >
      {head && !follows && (
        <Box sx={{ px: 0.5, pb: 0.25, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 550 }}>
          {head}
        </Box>
      )}
      <Box
        sx={{
          maxWidth: 'min(85%, 620px)',
          px: 1.75,
          py: 1,
          borderRadius: 3.5,
          borderTopRightRadius: own && follows ? 6 : undefined,
          borderTopLeftRadius: !own && follows ? 6 : undefined,
          border: '1px solid',
          borderColor: failed ? 'error.main' : own ? 'transparent' : 'divider',
          bgcolor: own ? 'surface.soft' : 'background.paper',
          color: own ? 'surface.onSoft' : 'text.primary',
          borderStyle: faint ? 'dashed' : 'solid',
          ...(faint && !failed && { borderColor: 'surface.edge' }),
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {children}
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 0.625,
          px: 0.5,
          pt: 0.25,
          color: failed ? 'error.main' : 'text.secondary',
          fontSize: '0.75rem',
        }}
      >
        {foot}
      </Box>
    </Box>
  );
}
