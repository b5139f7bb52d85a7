import Button from '@mui/material/Button';
import { ServerOff } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keeper } from '../api/clients';
import { EmptyState } from '../components/EmptyState';

/** How often it is tried again. */
const RETRY_MS = 3000;

/** Nobody answers yet: says so, and goes in by itself as soon as somebody does. */
export function Unreachable() {
  const { t } = useTranslation(['sessions', 'common']);
  useEffect(() => {
    const timer = setInterval(() => void keeper.load(), RETRY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <main style={{ minHeight: '100dvh', display: 'grid' }}>
      <EmptyState
        page
        icon={ServerOff}
        title={t('signIn.unreachableTitle')}
        text={t('signIn.unreachableText')}
      >
        <Button variant="outlined" onClick={() => void keeper.load()}>
          {t('common:action.retry')}
        </Button>
      </EmptyState>
    </main>
  );
}
