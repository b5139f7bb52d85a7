import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

/** At the corner of an entry: how much of it was not read. */
export function UnreadBadge({ count }: { count: number }) {
  const { t } = useTranslation('desk');
  if (count === 0) return null;
  return (
    <Box
      component="span"
      aria-label={t('list.unread', { count })}
      role="img"
      sx={{
        position: 'absolute',
        right: 12,
        bottom: 12,
        minWidth: 20,
        px: 0.75,
        borderRadius: 10,
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        fontSize: '0.75rem',
        fontWeight: 700,
        lineHeight: '20px',
        textAlign: 'center',
      }}
    >
      {count > 99 ? '99+' : count}
    </Box>
  );
}
