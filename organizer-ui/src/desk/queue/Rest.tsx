import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problems';
import { useNotify } from '../../components/Notices';
import { useDesk } from '../client/hooks';

/** What of a very long queue is not listed, and the way to read it. */
export function Rest({ event, count }: { event: string; count: number }) {
  const { t } = useTranslation('flow');
  const desk = useDesk();
  const notify = useNotify();
  const problemText = useProblemText();
  const reading = useMutation({
    mutationFn: () => desk.queues.readWhole(event),
    onError: (error) => notify({ tone: 'error', text: problemText(error) }),
  });
  return (
    <Button fullWidth color="inherit" loading={reading.isPending} onClick={() => reading.mutate()}>
      {t('queue.all', { count })}
    </Button>
  );
}
