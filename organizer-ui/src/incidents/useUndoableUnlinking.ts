import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import type { Incident } from '../api/types';
import { useNotify } from '../components/Notices';
import { useLinking, useUnlinking } from './useIncidents';

/** Takes a conversation off an incident, says so, and offers the way back. */
export function useUndoableUnlinking(incident: Incident): (conversation: string) => void {
  const { t } = useTranslation(['incidents', 'common']);
  const notify = useNotify();
  const problemText = useProblemText();
  const linking = useLinking();
  const unlinking = useUnlinking();
  const onError = (error: unknown) => notify({ tone: 'error', text: problemText(error) });
  const { id, title } = incident;
  return (conversation) =>
    unlinking.mutate(
      { incident: id, conversation },
      {
        onSuccess: () =>
          notify({
            text: t('unlink.done', { title }),
            action: {
              label: t('common:action.undo'),
              run: () => linking.mutate({ incident: id, conversations: [conversation] }, { onError }),
            },
          }),
        onError,
      },
    );
}
