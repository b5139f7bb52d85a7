import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../client/hooks';

/** The rest of the allowed length is shown from here on. */
const WARN_BELOW = 300;

/** Below the field: how it is sent, what is left of its length, or that it will wait. */
export function ComposerHint({ left }: { left: number }) {
  const { t } = useTranslation('desk');
  const { phase } = useConnection();
  const offline = phase === 'waiting' || phase === 'connecting';
  const text =
    left < 0
      ? t('composer.tooLong', { count: -left })
      : left < WARN_BELOW
        ? t('composer.left', { count: left })
        : t(offline ? 'composer.offline' : 'composer.hint');
  return (
    <Box
      aria-live="polite"
      sx={{
        display: { xs: offline || left < WARN_BELOW ? 'block' : 'none', sm: 'block' },
        minHeight: 20,
        pt: 0.5,
        px: 0.5,
        color: left < 0 ? 'error.main' : offline ? 'caution.main' : 'text.secondary',
        fontSize: '0.75rem',
      }}
    >
      {text}
    </Box>
  );
}
