import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../components/useNow';
import { day } from '../../texts/formats';
import { sameDay } from './rules';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day on which the following was said. */
export function DayLine({ at }: { at: string }) {
  const { t, i18n } = useTranslation('desk');
  const now = useNow();
  const text = sameDay(at, new Date(now).toISOString())
    ? t('conversation.today')
    : sameDay(at, new Date(now - DAY_MS).toISOString())
      ? t('conversation.yesterday')
      : day(at, i18n.language);
  return (
    <Box
      sx={{ textAlign: 'center', color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 550, py: 1.5 }}
    >
      {text}
    </Box>
  );
}

/** From here on it was not read when the conversation was opened. */
export function UnreadLine() {
  const { t } = useTranslation('desk');
  return (
    <Box
      data-unread-line
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        py: 1,
        color: 'error.main',
        fontSize: '0.8125rem',
        fontWeight: 650,
        '&::before, &::after': { content: '""', flex: 1, height: '1px', bgcolor: 'error.main', opacity: 0.5 },
      }}
    >
      {t('conversation.unreadFrom')}
    </Box>
  );
}
