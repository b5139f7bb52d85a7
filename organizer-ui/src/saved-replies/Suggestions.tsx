import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Suggesting } from './useSuggestions';

/** Where a field finds the suggestion that Enter takes. */
export const optionId = (reply: string) => `saved-reply-${reply}`;

/** The saved replies that fit what is typed, above the field. */
export function Suggestions({ id, of: { found, active, take } }: { id: string; of: Suggesting }) {
  const { t } = useTranslation('replies');
  if (found.length === 0) return null;
  return (
    <Box
      component="ul"
      role="listbox"
      id={id}
      aria-label={t('suggestions')}
      sx={{
        listStyle: 'none',
        m: 0,
        mb: 1,
        p: 0.5,
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
      }}
    >
      {found.map((reply, index) => (
        <Box
          component="li"
          role="option"
          id={optionId(reply.id)}
          key={reply.id}
          aria-selected={index === active}
          // The field keeps the cursor.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(reply)}
          sx={{
            display: 'flex',
            gap: 1.5,
            px: 1.5,
            py: 0.75,
            borderRadius: 1.5,
            cursor: 'pointer',
            bgcolor: index === active ? 'action.selected' : undefined,
          }}
        >
          <Box component="span" sx={{ fontWeight: 650, flex: 'none' }}>
            /{reply.shortcut}
          </Box>
          <Box
            component="span"
            sx={{
              color: 'text.secondary',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }}
          >
            {reply.text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
