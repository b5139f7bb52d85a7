import Button from '@mui/material/Button';
import { Coffee, MousePointerClick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';
import { useMyConversations, useRequests } from '../client/hooks';
import { nextOf } from '../queue/rules';
import { useTake } from '../queue/useTake';
import { useDeskEvents } from '../useDeskEvents';

/** The middle of the desk while nobody is chosen. */
export function NothingChosen() {
  const { t } = useTranslation('desk');
  const { events } = useDeskEvents();
  const requests = useRequests();
  const mine = useMyConversations();
  const take = useTake();
  const ids = events.map((event) => event.id);
  const next = nextOf(requests, ids);
  if (!next && mine.length === 0) {
    return <EmptyState icon={Coffee} title={t('none.quietTitle')} text={t('none.quietText')} />;
  }
  return (
    <EmptyState icon={MousePointerClick} title={t('none.title')} text={t('none.text')}>
      {next && (
        <Button
          variant="contained"
          loading={take.isPending}
          onClick={() => take.mutate({ next: next.event })}
        >
          {t('list.takeNext')}
        </Button>
      )}
    </EmptyState>
  );
}
