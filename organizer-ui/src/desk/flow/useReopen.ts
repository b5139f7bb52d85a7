import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { codeOf, extraOf, useProblemText } from '../../api/problems';
import { useNotify } from '../../components/Notices';
import { useReopening } from './useFlow';

/** Opens a closed conversation again and leads there; says why when that cannot be. */
export function useReopen(conversation: string, who: string): { reopen: () => void; busy: boolean } {
  const { t } = useTranslation('flow');
  const navigate = useNavigate();
  const notify = useNotify();
  const problemText = useProblemText();
  const { mutateAsync, isPending } = useReopening(conversation);
  // The notice after closing outlives what showed the conversation: what follows belongs to the call itself.
  const reopen = () =>
    void mutateAsync().then(
      (state) => {
        const waits = state.request?.status === 'waiting';
        notify({ tone: waits ? 'info' : 'success', text: t(waits ? 'reopenedQueue' : 'reopened', { who }) });
        void navigate(waits ? '/desk' : `/desk/conversations/${conversation}`, { state: { write: true } });
      },
      (error) => {
        const code = codeOf(error);
        const known = code === 'already_open' || code === 'too_late';
        notify({ tone: 'error', text: known ? t(`reopen_${code}`, { who }) : problemText(error) });
        const other = extraOf(error, 'id');
        if (code === 'already_open' && other) void navigate(`/desk/requests/${String(other)}`);
      },
    );
  return { reopen, busy: isPending };
}
