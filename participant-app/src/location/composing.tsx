import type { Location } from '@steward/client-kit/live';
import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import type { LocalRequest } from '../help-requests/model';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { useDraft } from '../ui/use-draft';
import { Attached, AttachLocation } from './attach';

/** Where the phone was when the words were written that go out next. */
export interface AttachedLocation {
  attached: Location | undefined;
  attach: (location: Location | undefined) => void;
  /** It is on its way: what is written next has none. */
  empty: () => void;
  forget: () => void;
  /** Whether what can be done about the location is shown: asked for beside the field, with all else that can be added. */
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** Survives the end of the app, as the words beside it do. */
export function useAttachedLocation({ key }: LocalRequest): AttachedLocation {
  const [kept, keep, forget, empty] = useDraft<Location | null>(`location ${key}`, null);
  const [open, setOpen] = useState(false);
  const attach = (location: Location | undefined) => {
    setOpen(false);
    if (location) keep(location);
    else {
      empty();
      forget();
    }
  };
  return { attached: kept ?? undefined, attach, empty, forget, open, setOpen };
}

/** Above the field: the location that goes with the next words, or the ways to give one. */
export function LocationPanel({ place, local }: { place: AttachedLocation; local: LocalRequest }) {
  const { liveLocation } = useSteward();
  useChanges(liveLocation);
  const { attached, attach, open, setOpen } = place;
  const share = () => {
    setOpen(false);
    void liveLocation.share(local.key);
  };
  if (attached) {
    return (
      <div class="location-panel">
        <Attached location={attached} onRemove={() => attach(undefined)} />
      </div>
    );
  }
  if (!open) return null;
  return (
    <div class="location-panel">
      <AttachLocation location={undefined} onLocation={attach} />
      {!liveLocation.sharing && (
        <>
          <button type="button" class="secondary" aria-describedby="share-hint" onClick={share}>
            <Icon name="way" />
            {texts.location.share}
          </button>
          <p id="share-hint" class="field-hint">
            {texts.location.shareHint}
          </p>
        </>
      )}
    </div>
  );
}
