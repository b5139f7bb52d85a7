import Box from '@mui/material/Box';
import { Frown, Meh, Smile } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Satisfaction } from '../../api/types';

const FACES = { good: Smile, fair: Meh, poor: Frown };

/** How the person found the help, as they said themselves. */
export function SatisfactionNote({ satisfaction }: { satisfaction: Satisfaction }) {
  const { t } = useTranslation('desk');
  const { rating, comment } = satisfaction;
  const Face = FACES[rating] ?? Meh;
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1.25, minWidth: 0 }}>
      <Box component="span" sx={{ flex: 'none', lineHeight: 0, pt: 0.125 }}>
        <Face size={20} aria-hidden />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{t(`satisfaction.${rating}`)}</Box>
        {comment && (
          <Box
            component="blockquote"
            // What is longer than its place is scrolled, also with the keyboard.
            tabIndex={0}
            sx={{
              m: 0,
              maxHeight: '6.5em',
              overflowY: 'auto',
              color: 'text.secondary',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
            }}
          >
            {comment}
          </Box>
        )}
      </Box>
    </Box>
  );
}
