import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { canRecord } from '@steward/client-kit/voice';
import { Mic } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Begins a voice clip; nothing where the browser cannot record. */
export function RecordButton({ onRecord }: { onRecord: () => void }) {
  const { t } = useTranslation('desk');
  if (!canRecord()) return null;
  return (
    <Tooltip title={t('attachment.record')}>
      <IconButton aria-label={t('attachment.record')} onClick={onRecord}>
        <Mic size={20} aria-hidden />
      </IconButton>
    </Tooltip>
  );
}
