import Box from '@mui/material/Box';
import { CalendarCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../texts/formats';

/** Why one cannot write here any more. */
export function TeamOver({ since }: { since: string | null | undefined }) {
  const { t, i18n } = useTranslation('channel');
  return (
    <Box
      role="status"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        px: 2.5,
        py: 2,
        borderTop: '1px solid',
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <CalendarCheck size={20} aria-hidden style={{ flex: 'none' }} />
      <Box>
        <Box sx={{ fontWeight: 600 }}>{t('over')}</Box>
        {since && (
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{dateTime(since, i18n.language)}</Box>
        )}
      </Box>
    </Box>
  );
}
