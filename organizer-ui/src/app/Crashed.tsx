import Button from '@mui/material/Button';
import { Bug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState';

/** A page that stopped working says so, and can be loaded again. */
export function Crashed() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <EmptyState page icon={Bug} title={t('error.crashedTitle')} text={t('error.crashedText')}>
        <Button variant="contained" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
      </EmptyState>
    </div>
  );
}
