import { useMutation } from '@tanstack/react-query';
import { useProblemText } from '../api/problems';
import { useNotify } from '../components/Notices';

/** Takes something away, and says when that failed. */
export function useSaving<T>(save: (what: T) => Promise<void>) {
  const notify = useNotify();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: save,
    onError: (error) => notify({ tone: 'error', text: problemText(error) }),
  });
}
