import { useSteward } from '../app/context';
import type { Steward } from '../app/steward';
import { isOpen } from '../help-requests/model';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';

/** Above every screen while somebody can see where this person is: that they can, and the way to stop it. */
export function SharingBar() {
  const steward = useSteward();
  const { liveLocation, requests, conversations, link } = steward;
  useChanges(liveLocation, requests, conversations, link);
  const here = liveLocation.sharing;
  const request = here?.request ?? sharedElsewhere(steward);
  if (!request) return null;
  if (here?.stopping) {
    return (
      <div class="banner late" role="status">
        <Icon name="pin" />
        <span>{texts.location.stopping}</span>
      </div>
    );
  }
  return (
    <section class="banner sharing" aria-label={texts.location.sharing}>
      <Icon name="pin" />
      <span role="status">{wordsOf(steward)}</span>
      <button type="button" onClick={() => void liveLocation.end(request)}>
        {texts.location.stop}
      </button>
    </section>
  );
}

/** The request in which another device of this person shares where it is. */
function sharedElsewhere({ requests, conversations }: Steward): string | undefined {
  const shared = requests.all.find((local) => {
    const located = conversations.copy(local)?.state?.located;
    return isOpen(local) && !!located && !located.stopped_at;
  });
  return shared?.key;
}

function wordsOf({ liveLocation: { sharing }, link: { state } }: Steward): string {
  const { location } = texts;
  if (!sharing) return location.sharingElsewhere;
  if (sharing.missing) return location[sharing.missing];
  if (!sharing.found) return location.finding;
  const isConnected = state.phase === 'live' || state.phase === 'polling';
  return isConnected ? location.sharing : location.sharingWaits;
}
