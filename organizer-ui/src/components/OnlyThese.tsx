import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What the list is narrowed to, such as a person. */
  children: ReactNode;
  /** Shows everything again. */
  onRemove: () => void;
}

/** Above a list that somebody was led to: to what it is narrowed, and the way to all of it. */
export function OnlyThese({ children, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <Box sx={{ mb: 2, display: 'flex' }}>
      <Button
        size="small"
        variant="contained"
        disableElevation
        onClick={onRemove}
        endIcon={<X size={15} aria-label={t('filter.remove')} />}
        sx={{
          minWidth: 0,
          borderRadius: 4,
          bgcolor: 'surface.soft',
          color: 'surface.onSoft',
          '&:hover': { bgcolor: 'surface.strong' },
        }}
      >
        <Box component="span" sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {children}
        </Box>
      </Button>
    </Box>
  );
}
