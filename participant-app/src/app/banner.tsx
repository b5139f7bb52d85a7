import { useEffect, useState } from 'preact/hooks';
import type { Link as Connection } from '../link/link';
import { go } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Icon, type IconName } from '../ui/icons';
import { useSteward } from './context';

/** A connection that comes back within this was never worth a word. */
const PATIENCE_MS = 2_000;
/** How long the good news stays. */
const BACK_MS = 3_000;

type Trouble = 'offline' | 'slow' | 'replaced' | 'outdated' | 'ended' | undefined;

/** Says in words what is wrong with the connection, and that nothing is lost. */
export function ConnectionBanner() {
  const { link, session, storage } = useSteward();
  useChanges(link, session, storage);
  const trouble = useSettled(troubleOf(link, session.ended));
  const isBack = useBack(trouble);
  return (
    <div class="banners" role="status">
      {storage.loss && <Banner kind="warning" icon="alert" text={texts.connection.notKept[storage.loss]} />}
      {trouble === 'offline' && <Banner kind="warning" icon="away" text={texts.connection.offline} />}
      {trouble === 'slow' && <Banner kind="warning" icon="away" text={texts.connection.slow} />}
      {trouble === 'replaced' && (
        <Banner
          kind="warning"
          icon="alert"
          text={texts.connection.replaced}
          action={texts.connection.resume}
          onAction={() => link.resume()}
        />
      )}
      {trouble === 'outdated' && (
        <Banner
          kind="warning"
          icon="alert"
          text={texts.connection.outdated}
          action={texts.connection.reload}
          onAction={() => location.reload()}
        />
      )}
      {trouble === 'ended' && session.participant?.guest && (
        <Banner kind="warning" icon="alert" text={texts.connection.guestEnded} />
      )}
      {trouble === 'ended' && !session.participant?.guest && (
        <Banner
          kind="warning"
          icon="alert"
          text={texts.connection.ended}
          action={texts.connection.signIn}
          onAction={() => go(paths.signIn)}
        />
      )}
      {isBack && <Banner kind="success" icon="check" text={texts.connection.back} />}
    </div>
  );
}

interface BannerProps {
  kind: 'warning' | 'success';
  icon: IconName;
  text: string;
  action?: string;
  onAction?: () => void;
}

function Banner({ kind, icon, text, action, onAction }: BannerProps) {
  return (
    <div class={`banner ${kind}`}>
      <Icon name={icon} />
      <span>{text}</span>
      {action && (
        <button type="button" class="quiet" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
}

function troubleOf({ state }: Connection, ended: boolean): Trouble {
  if (ended) return 'ended';
  if (state.phase === 'stopped') {
    if (state.reason === 'replaced') return 'replaced';
    return state.reason === 'version' ? 'outdated' : 'ended';
  }
  if (state.phase === 'polling') return 'slow';
  if (state.phase === 'waiting' || state.phase === 'connecting') return 'offline';
  return state.phase === 'idle' && navigator.onLine === false ? 'offline' : undefined;
}

/** The trouble, once it lasts. */
function useSettled(trouble: Trouble): Trouble {
  const [settled, setSettled] = useState<Trouble>(undefined);
  const [, look] = useState(0);
  useEffect(() => {
    const changed = () => look((count) => count + 1);
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  }, []);
  useEffect(() => {
    const isKnown = trouble === undefined || navigator.onLine === false;
    const timer = setTimeout(() => setSettled(trouble), isKnown ? 0 : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [trouble]);
  return settled;
}

/** True for a while after a trouble that was shown is over. */
function useBack(trouble: Trouble): boolean {
  const [was, setWas] = useState<Trouble>(undefined);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (was === 'offline' && trouble === undefined) setBack(true);
    setWas(trouble);
  }, [trouble, was]);
  useEffect(() => {
    if (!back) return;
    const timer = setTimeout(() => setBack(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [back]);
  return back && trouble === undefined;
}
