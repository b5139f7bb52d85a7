import Box from '@mui/material/Box';
import { ChevronDown, ChevronsUp, ChevronUp, Equal, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Priority } from '../../api/types';

const ICONS: Record<Priority, LucideIcon> = {
  critical: ChevronsUp,
  high: ChevronUp,
  normal: Equal,
  low: ChevronDown,
};

/** A priority as a word, a sign and a colour. */
export function PriorityLabel({ priority }: { priority: Priority }) {
  const { t } = useTranslation('desk');
  const Icon = ICONS[priority];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.25,
        pl: 0.5,
        pr: 0.875,
        borderRadius: 1.25,
        bgcolor: `${priority}.main`,
        color: `${priority}.contrastText`,
        fontSize: '0.75rem',
        fontWeight: 650,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
      }}
    >
      <Icon size={14} strokeWidth={2.6} aria-hidden />
      {t(`priority.${priority}`)}
    </Box>
  );
}
