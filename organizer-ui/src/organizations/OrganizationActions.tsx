import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { OrganizationStatus } from '../api/types';

interface Props {
  name: string;
  status: OrganizationStatus;
  busy: boolean;
  onApprove: () => void;
  onBlock: () => void;
}

/** What an administrator can do with an organization in this state. */
export function OrganizationActions({ name, status, busy, onApprove, onBlock }: Props) {
  const { t } = useTranslation('organizations');
  const letIn = status === 'blocked' ? t('unblock.action') : t('approve.action');
  return (
    <Box sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1, justifyContent: 'end' }}>
      {status !== 'approved' && (
        <Button
          size="small"
          variant={status === 'pending' ? 'contained' : 'outlined'}
          disabled={busy}
          onClick={onApprove}
          aria-label={`${letIn}: ${name}`}
        >
          {letIn}
        </Button>
      )}
      {status !== 'blocked' && (
        <Button
          size="small"
          variant="outlined"
          color="error"
          disabled={busy}
          onClick={onBlock}
          aria-label={`${t('block.action')}: ${name}`}
        >
          {t('block.action')}
        </Button>
      )}
    </Box>
  );
}
