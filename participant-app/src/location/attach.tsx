import type { Location } from '@steward/client-kit/live';
import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { findLocation, type NoLocation } from './find';

/** Looks for the phone; what is found after the screen was left is not used. */
export function useFinding(onFound: (location: Location) => void) {
  const [state, setState] = useState<'rest' | 'finding' | NoLocation>('rest');
  const gone = useRef(false);
  /** What was written while the phone looked is not to be undone. */
  const latest = useRef(onFound);
  latest.current = onFound;
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const find = async () => {
    if (state === 'finding') return;
    setState('finding');
    const found = await findLocation();
    if (gone.current) return;
    setState(typeof found === 'string' ? found : 'rest');
    if (typeof found !== 'string') latest.current(found);
  };
  return { state, find: () => void find() };
}

interface AttachLocationProps {
  location: Location | undefined;
  onLocation: (location: Location | undefined) => void;
}

/** Adds where the phone is to what is about to be sent. */
export function AttachLocation({ location, onLocation }: AttachLocationProps) {
  const { state, find } = useFinding(onLocation);
  if (location) return <Attached location={location} onRemove={() => onLocation(undefined)} />;
  return (
    <>
      <button type="button" class="secondary" aria-disabled={state === 'finding'} onClick={find}>
        <Icon name="pin" />
        {state === 'finding' ? texts.location.finding : texts.location.send}
      </button>
      <WhyNot state={state} />
    </>
  );
}

export function Attached({ location, onRemove }: { location: Location; onRemove: () => void }) {
  return (
    <div class="added" role="status">
      <Icon name="pin" />
      <span>{texts.location.found(Math.round(location.accuracy ?? 0))}</span>
      <button type="button" class="quiet" onClick={onRemove}>
        {texts.location.remove}
      </button>
    </div>
  );
}

/** Why there is no location, and what to do instead. */
export function WhyNot({ state }: { state: 'rest' | 'finding' | NoLocation }) {
  if (state !== 'denied' && state !== 'unknown') return null;
  return (
    <p class="field-hint" role="status">
      {texts.location[state]}
    </p>
  );
}
