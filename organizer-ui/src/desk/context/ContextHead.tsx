import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** The head of the details where they lie over the middle, with the way back. */
export function ContextHead({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <Box
      sx={{
        display: { xs: 'flex', lg: 'none' },
        alignItems: 'center',
        justifyContent: 'space-between',
        pl: 2.5,
        pr: 1,
        py: 1,
      }}
    >
      <Box component="h2" sx={{ m: 0, fontSize: '1rem', fontWeight: 650 }}>
        {t('context.label')}
      </Box>
      <IconButton aria-label={t('common:action.close')} onClick={onClose}>
        <X size={20} aria-hidden />
      </IconButton>
    </Box>
  );
}
