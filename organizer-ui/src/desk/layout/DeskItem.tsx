import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';

interface Props {
  /** Where it leads; some entries lead nowhere. */
  to?: string | undefined;
  picture: ReactNode;
  title: ReactNode;
  /** At the right of the title, such as a time. */
  side: ReactNode;
  /** One or two lines of what was written. */
  text: ReactNode;
  strong?: boolean;
  /** Draws a line of this priority at the edge. */
  accent?: 'critical';
  children?: ReactNode;
}

/** An entry of a list. All of it leads to its pane; what stands above the link can be pressed by itself. */
export function DeskItem({ to, picture, title, side, text, strong = false, accent, children }: Props) {
  const link = to === undefined ? {} : { component: NavLink, to, 'data-desk-item': true };
  return (
    <Box
      sx={{
        position: 'relative',
        display: 'flex',
        gap: 1.25,
        pl: 1.5,
        pr: 1.25,
        py: 1.25,
        borderRadius: 2,
        boxShadow: accent && ((theme) => `inset 3px 0 0 ${theme.vars.palette[accent].main}`),
        '@media (hover: hover)': { '&:hover:has(> div > a)': { bgcolor: 'action.hover' } },
        '&:has(> div > a.active)': { bgcolor: 'surface.soft' },
        '&:has(> div > a:focus-visible)': { outline: '2px solid', outlineColor: 'focus', outlineOffset: -2 },
      }}
    >
      {picture}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box
          {...link}
          sx={{
            display: 'block',
            color: 'inherit',
            textDecoration: 'none',
            outline: 'none',
            '&::after': { content: '""', position: 'absolute', inset: 0 },
          }}
        >
          <Box component="span" sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
            <Box
              component="span"
              sx={{
                flex: 1,
                minWidth: 0,
                fontWeight: 650,
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {title}
            </Box>
            {side}
          </Box>
          <Box
            component="span"
            sx={{
              display: '-webkit-box',
              WebkitBoxOrient: 'vertical',
              WebkitLineClamp: 2,
              overflow: 'hidden',
              overflowWrap: 'anywhere',
              // Room for the number of what is unread.
              pr: strong ? 4 : 0,
              color: strong ? 'text.primary' : 'text.secondary',
              fontWeight: strong ? 600 : 400,
              fontSize: '0.875rem',
              lineHeight: 1.4,
            }}
          >
            {text}
          </Box>
        </Box>
        {children}
      </Box>
    </Box>
  );
}
