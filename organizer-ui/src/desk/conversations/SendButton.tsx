import IconButton from '@mui/material/IconButton';
import { SendHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Submits the form it stands in. */
export function SendButton({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <IconButton
      type="submit"
      aria-label={t('composer.send')}
      disabled={disabled}
      sx={{
        width: 40,
        height: 40,
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        '&:hover': { bgcolor: 'primary.dark' },
        '&.Mui-disabled': { bgcolor: 'surface.strong' },
      }}
    >
      <SendHorizontal size={19} aria-hidden />
    </IconButton>
  );
}
