import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { Panel } from './Panel';

interface Props {
  title: string;
  children: ReactNode;
}

/** A part of a page, with its name. */
export function Section({ title, children }: Props) {
  const id = useId();
  return (
    <Panel>
      <Box component="section" aria-labelledby={id} sx={{ p: { xs: 2, sm: 3 } }}>
        <Typography variant="h3" component="h2" id={id} sx={{ mb: 2 }}>
          {title}
        </Typography>
        {children}
      </Box>
    </Panel>
  );
}
