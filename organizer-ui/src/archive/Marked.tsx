import Box from '@mui/material/Box';
import type { Excerpt } from '../api/types';

/** What was said, with the words that were looked for. */
export function Marked({ excerpt }: { excerpt: Excerpt }) {
  return excerpt.parts.map(({ text, marked }, index) =>
    marked ? (
      <Box
        component="mark"
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an excerpt never move
        key={index}
        sx={{ bgcolor: 'caution.soft', color: 'caution.onSoft', fontWeight: 650, borderRadius: 0.5 }}
      >
        {text}
      </Box>
    ) : (
      text
    ),
  );
}
