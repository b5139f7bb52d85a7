import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  hint?: string;
  /** Title above the fields, where there is no room beside them. */
  plain?: boolean;
  children: ReactNode;
}

/** Fields that belong together, under a name. */
export function FormSection({ title, hint, plain = false, children }: Props) {
  const id = useId();
  const columns = plain ? undefined : { md: '240px minmax(0, 1fr)' };
  return (
    <Box
      role="group"
      aria-labelledby={id}
      sx={{
        display: 'grid',
        gridTemplateColumns: columns,
        gap: plain ? 1.5 : { xs: 1.5, md: 4 },
        pb: plain ? 3.5 : 4,
        mb: plain ? 0 : 4,
        borderBottom: plain ? 0 : '1px solid',
        borderColor: 'divider',
        '&:has(+ :not([role="group"]))': { borderBottom: 0, mb: 0 },
      }}
    >
      <Box>
        <Typography variant="h3" component="h2" id={id}>
          {title}
        </Typography>
        {hint && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {hint}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 2.25, alignContent: 'start' }}>{children}</Box>
    </Box>
  );
}
