import Button from '@mui/material/Button';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { usePageTitle } from '../components/usePageTitle';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('error.missingTitle'));
  return (
    <EmptyState page icon={Compass} title={t('error.missingTitle')} text={t('error.missingText')}>
      <Button component={Link} to="/" variant="outlined">
        {t('error.home')}
      </Button>
    </EmptyState>
  );
}
