import Box from '@mui/material/Box';
import type { Category, Priority } from '../../api/types';
import { CATEGORY_ICONS } from './categories';

interface Props {
  category: Category;
  priority: Priority;
  size?: number;
}

/** The kind of help on the colour of its priority; the words stand beside it. */
export function CategoryBadge({ category, priority, size = 36 }: Props) {
  const Icon = CATEGORY_ICONS[category];
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
        bgcolor: `${priority}.main`,
        color: `${priority}.contrastText`,
      }}
    >
      <Icon size={size * 0.55} strokeWidth={2} />
    </Box>
  );
}
