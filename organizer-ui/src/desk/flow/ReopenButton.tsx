import Button from '@mui/material/Button';
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useReopen } from './useReopen';

/** In a closed conversation: opens it again. */
export function ReopenButton({ conversation, who }: { conversation: string; who: string }) {
  const { t } = useTranslation('flow');
  const { reopen, busy } = useReopen(conversation, who);
  return (
    <Button
      variant="outlined"
      color="inherit"
      startIcon={<RotateCcw size={17} aria-hidden />}
      loading={busy}
      onClick={reopen}
      sx={{ ml: 'auto', flex: 'none' }}
    >
      {t('reopen')}
    </Button>
  );
}
