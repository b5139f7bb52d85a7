import Box from '@mui/material/Box';
import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface Props {
  active: number;
  capacity: number;
}

/** Why nobody new comes: as many conversations as allowed are open, or more. */
export function LimitNote({ active, capacity }: Props) {
  const { t } = useTranslation('desk');
  if (capacity === 0 || active < capacity) return null;
  const over = active > capacity;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1,
        mt: 1.5,
        px: 1.5,
        py: 1,
        borderRadius: 2,
        bgcolor: 'caution.soft',
        color: 'caution.onSoft',
        fontSize: '0.8125rem',
        lineHeight: 1.4,
      }}
    >
      <Info size={16} aria-hidden style={{ flex: 'none', marginTop: 1 }} />
      <span>{over ? t('availability.overLimit') : t('availability.atLimit', { capacity })}</span>
    </Box>
  );
}
