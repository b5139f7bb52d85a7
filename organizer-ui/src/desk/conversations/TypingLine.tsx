import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

/** From this many on they are counted, not named. */
const MANY = 4;

/** Who is writing. Keeps its room, so that nothing jumps. */
export function TypingLine({ names }: { names: readonly string[] }) {
  const { t, i18n } = useTranslation('desk');
  const count = names.length;
  const who = new Intl.ListFormat(i18n.language).format(names);
  return (
    <Box
      aria-live="polite"
      sx={{ flex: 'none', minHeight: 26, pt: 0.75, color: 'text.secondary', fontSize: '0.8125rem' }}
    >
      {count > 0 && t(count < MANY ? 'conversation.typing' : 'conversation.typingMany', { who, count })}
    </Box>
  );
}
