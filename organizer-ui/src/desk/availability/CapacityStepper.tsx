import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CAPACITY } from './rules';

interface Props {
  capacity: number;
  onChange: (capacity: number) => void;
}

/** The most conversations at once. */
export function CapacityStepper({ capacity, onChange }: Props) {
  const { t } = useTranslation('desk');
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1.5 }}>
      <Box component="span" sx={{ flex: 1 }}>
        {t('availability.limit')}
      </Box>
      <IconButton
        size="small"
        aria-label={t('availability.less')}
        disabled={capacity <= CAPACITY.least}
        onClick={() => onChange(capacity - 1)}
        sx={{ border: '1px solid', borderColor: 'surface.edge' }}
      >
        <Minus size={16} aria-hidden />
      </IconButton>
      <Box
        component="output"
        aria-live="polite"
        sx={{ minWidth: 24, textAlign: 'center', fontWeight: 700, fontSize: '1.0625rem' }}
      >
        {capacity}
      </Box>
      <IconButton
        size="small"
        aria-label={t('availability.more')}
        disabled={capacity >= CAPACITY.most}
        onClick={() => onChange(capacity + 1)}
        sx={{ border: '1px solid', borderColor: 'surface.edge' }}
      >
        <Plus size={16} aria-hidden />
      </IconButton>
    </Box>
  );
}
