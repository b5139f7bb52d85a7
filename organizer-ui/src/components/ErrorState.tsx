import Button from '@mui/material/Button';
import { CloudOff, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import { EmptyState } from './EmptyState';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong with a whole page or panel, and a way to try again. */
export function ErrorState({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const text = useProblemText()(error);
  return (
    <div role="alert">
      <EmptyState icon={CloudOff} title={t('error.title')} text={text}>
        {onRetry && (
          <Button variant="outlined" startIcon={<RotateCw size={16} aria-hidden />} onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
      </EmptyState>
    </div>
  );
}
