import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Organization } from '../api/types';
import { ConfirmDialog } from '../components/ConfirmDialog';

interface Props {
  organization: Organization | null;
  onConfirm: (organization: Organization) => void;
  onCancel: () => void;
}

/** What blocking does, before it does it. */
export function BlockDialog({ organization, onConfirm, onCancel }: Props) {
  const { t } = useTranslation('organizations');
  if (!organization) return null;
  return (
    <ConfirmDialog
      open
      destructive
      title={t('block.title', { name: organization.name })}
      confirm={t('block.confirm')}
      onConfirm={() => onConfirm(organization)}
      onCancel={onCancel}
    >
      <Typography>{t('block.what')}</Typography>
      <Typography component="ul" sx={{ my: 1, pl: 2.5, '& li': { mb: 0.5 } }}>
        <li>{t('block.sessions')}</li>
        <li>{t('block.conversations')}</li>
        <li>{t('block.events')}</li>
      </Typography>
      <Typography color="textSecondary">{t('block.kept')}</Typography>
    </ConfirmDialog>
  );
}
