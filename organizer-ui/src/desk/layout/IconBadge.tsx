import Box from '@mui/material/Box';
import type { LucideIcon } from 'lucide-react';

interface Props {
  icon: LucideIcon;
  /** Colours of the palette. */
  ground: string;
  colour: string;
  size?: number | undefined;
}

/** A sign as large as a person's picture; the words for it stand beside it. */
export function IconBadge({ icon: Icon, ground, colour, size = 36 }: Props) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        flex: 'none',
        display: 'inline-grid',
        placeItems: 'center',
        width: size,
        height: size,
        borderRadius: 2,
        bgcolor: ground,
        color: colour,
      }}
    >
      <Icon size={size * 0.55} strokeWidth={2} />
    </Box>
  );
}
