import Box from '@mui/material/Box';

/** What a conversation is filed under. */
export function TagList({ tags }: { tags: readonly string[] }) {
  return tags.map((tag) => (
    <Box
      component="span"
      key={tag}
      sx={{
        px: 0.875,
        borderRadius: 1.5,
        bgcolor: 'surface.strong',
        color: 'text.primary',
        fontSize: '0.75rem',
        fontWeight: 600,
        lineHeight: '20px',
      }}
    >
      {tag}
    </Box>
  ));
}
