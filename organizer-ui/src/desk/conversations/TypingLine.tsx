import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

/** Somebody is writing. Keeps its room, so that nothing jumps. */
export function TypingLine({ people, who }: { people: readonly string[]; who: string }) {
  const { t } = useTranslation('desk');
  return (
    <Box
      aria-live="polite"
      sx={{ flex: 'none', minHeight: 26, pt: 0.75, color: 'text.secondary', fontSize: '0.8125rem' }}
    >
      {people.length > 0 && t('conversation.typing', { who })}
    </Box>
  );
}
