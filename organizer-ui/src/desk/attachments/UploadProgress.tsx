import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { OutboxEntry } from '@steward/client-kit/outbox';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../client/hooks';

/** How much of a file is with the service; nothing until the first of it is. */
export function UploadProgress({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation('desk');
  const { uploader } = useDesk().carrying;
  const share = entry.upload?.done ? 1 : uploader.share(entry.client_id);
  if (share === 0) return null;
  const percent = Math.round(share * 100);
  return (
    <Box sx={{ pt: 0.5, fontSize: '0.75rem' }}>
      <LinearProgress variant="determinate" value={percent} aria-hidden sx={{ mb: 0.25, borderRadius: 2 }} />
      {t('attachment.uploading', { percent })}
    </Box>
  );
}
