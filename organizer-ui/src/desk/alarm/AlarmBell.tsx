import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnlyHeard } from '../../components/OnlyHeard';
import { setTitleAlarm } from '../../components/usePageTitle';
import { useMember } from '../../sessions/useSession';
import { useDeskContext } from '../client/hooks';
import { chime, readySound } from './chime';
import { isMuted } from './mute';

const NOBODY: ReadonlySet<string> = new Set();
/** How fast the title changes. */
const FLASH_MS = 1000;
/** Somebody new is said again only after this, for those who listen to the page. */
const ANNOUNCED_MS = 4000;

/** Rings for a new request: sound, a flashing title while the page is not looked at, and words for screen readers. */
export function AlarmBell() {
  const { t } = useTranslation('desk');
  const { onAlarm } = useDeskContext();
  const { id: me } = useMember();
  /** Whose calls came while nobody looked; a request that is sent to somebody at once rings twice for one person. */
  const [missed, setMissed] = useState<ReadonlySet<string>>(NOBODY);
  const [said, setSaid] = useState('');
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(readySound, []);
  useEffect(
    () =>
      onAlarm(({ kind, request: { id, category, priority } }) => {
        if (!isMuted(me)) chime(priority === 'critical');
        if (!document.hasFocus()) setMissed((ids) => new Set(ids).add(id));
        const values = { category: t(`category.${category}`), priority: t(`priority.${priority}`) };
        setSaid(t(kind === 'assigned' ? 'announceMine' : 'announce', values));
        clearTimeout(quiet.current);
        quiet.current = setTimeout(() => setSaid(''), ANNOUNCED_MS);
      }),
    [onAlarm, me, t],
  );
  useEffect(() => {
    const seen = () => setMissed(NOBODY);
    window.addEventListener('focus', seen);
    return () => window.removeEventListener('focus', seen);
  }, []);
  useEffect(() => {
    if (missed.size === 0) return;
    let on = true;
    setTitleAlarm(t('alarm', { count: missed.size }));
    const timer = setInterval(() => {
      on = !on;
      setTitleAlarm(on ? t('alarm', { count: missed.size }) : null);
    }, FLASH_MS);
    return () => {
      clearInterval(timer);
      setTitleAlarm(null);
    };
  }, [missed, t]);
  return (
    <OnlyHeard component="div" role="status" live="assertive">
      {said}
    </OnlyHeard>
  );
}
