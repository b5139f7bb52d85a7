import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Shows or hides the details. */
export function ContextToggle({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const { t } = useTranslation('desk');
  const label = t(open ? 'context.hide' : 'context.show');
  return (
    <Tooltip title={label}>
      <IconButton
        aria-label={label}
        aria-expanded={open}
        aria-keyshortcuts="d"
        onClick={onToggle}
        sx={{ color: open ? 'primary.main' : 'text.secondary' }}
      >
        <PanelRight size={20} aria-hidden />
      </IconButton>
    </Tooltip>
  );
}
