import { useSteward } from '../app/context';
import { texts } from '../texts/texts';
import { useNow } from '../ui/use-now';
import { isLongWait, type LocalRequest } from './model';

/** After a long wait: whoever needs nobody any more leaves the place to others, everybody else keeps theirs. */
export function StillNeeded({ local }: { local: LocalRequest }) {
  const { requests } = useSteward();
  const now = useNow();
  const { request } = texts;
  if (!isLongWait(local, now)) return null;
  const keep = () => void requests.note(local.key, { stillNeededAt: new Date().toISOString() });
  return (
    <section class="notice" role="status">
      <p>
        <strong>{request.stillNeeded}</strong> {request.stillNeededHint}
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={keep}>
          {request.stillNeededYes}
        </button>
        <button type="button" class="secondary" onClick={() => void requests.cancel(local.key)}>
          {request.stillNeededNo}
        </button>
      </div>
    </section>
  );
}
