import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { OnlyHeard } from '../../components/OnlyHeard';
import { setTitleAlarm } from '../../components/usePageTitle';
import { useMember } from '../../sessions/useSession';
import { useDeskContext } from '../client/hooks';
import type { Alarm } from '../client/options';
import { chime, murmur, readySound } from './chime';
import { isMuted } from './mute';

type Ids = ReadonlySet<string>;
type TeamAlarm = Extract<Alarm, { kind: 'team' }>;

/** Whose calls, and which words of colleagues, came while nobody looked. */
interface Missed {
  requests: Ids;
  messages: Ids;
}

const NOTHING: Missed = { requests: new Set(), messages: new Set() };
const SILENCE = { text: '', urgent: false };
/** How fast the title changes. */
const FLASH_MS = 1000;
/** Somebody new is said again only after this, for those who listen to the page. */
const ANNOUNCED_MS = 4000;

/**
 * Rings for a new request, and more quietly for a colleague: sound, a flashing title while the page is not looked at, and
 * words for screen readers.
 */
export function AlarmBell() {
  const { t } = useTranslation(['desk', 'channel']);
  const { onAlarm } = useDeskContext();
  const { id: me } = useMember();
  /** A request that is sent to somebody at once rings twice for one person. */
  const [missed, setMissed] = useState(NOTHING);
  const [said, setSaid] = useState(SILENCE);
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isLookedAt = useIsLookedAt();

  const say = useCallback((text: string, urgent: boolean) => {
    setSaid({ text, urgent });
    clearTimeout(quiet.current);
    quiet.current = setTimeout(() => setSaid(SILENCE), ANNOUNCED_MS);
  }, []);
  useEffect(readySound, []);
  useEffect(
    () =>
      onAlarm((alarm) => {
        if (alarm.kind === 'team') {
          if (isLookedAt(alarm)) return;
          if (!isMuted(me)) murmur();
          if (!document.hasFocus())
            setMissed((all) => ({ ...all, messages: and(all.messages, idOf(alarm)) }));
          say(t('channel:announce', { who: writerOf(alarm) ?? t('channel:former') }), false);
          return;
        }
        const { id, category, priority } = alarm.request;
        if (!isMuted(me)) chime(priority === 'critical');
        if (!document.hasFocus()) setMissed((all) => ({ ...all, requests: and(all.requests, id) }));
        const values = { category: t(`category.${category}`), priority: t(`priority.${priority}`) };
        say(t(alarm.kind === 'assigned' ? 'announceMine' : 'announce', values), true);
      }),
    [onAlarm, me, t, say, isLookedAt],
  );
  useEffect(() => {
    const seen = () => setMissed(NOTHING);
    window.addEventListener('focus', seen);
    return () => window.removeEventListener('focus', seen);
  }, []);
  const { requests, messages } = missed;
  useFlashingTitle(
    requests.size > 0
      ? t('alarm', { count: requests.size })
      : messages.size > 0
        ? t('channel:alarm', { count: messages.size })
        : null,
  );
  return (
    <>
      <OnlyHeard component="div" role="status" live="assertive">
        {said.urgent ? said.text : ''}
      </OnlyHeard>
      <OnlyHeard component="div" role="status" live="polite">
        {said.urgent ? '' : said.text}
      </OnlyHeard>
    </>
  );
}

const and = (ids: Ids, id: string): Ids => new Set(ids).add(id);
const idOf = ({ message }: TeamAlarm) => `${message.conversation} ${message.seq}`;
const writerOf = ({ state, message }: TeamAlarm) =>
  state.members.find(({ id }) => id === message.sender.id)?.name;

/** Whether what a colleague says is said before one's eyes. */
function useIsLookedAt(): (alarm: TeamAlarm) => boolean {
  const { pathname } = useLocation();
  const open = useRef(pathname);
  useEffect(() => {
    open.current = pathname;
  }, [pathname]);
  return useCallback(({ state }) => document.hasFocus() && open.current === `/desk/team/${state.event}`, []);
}

/** The title flashes with this text until it is null. */
function useFlashingTitle(text: string | null): void {
  useEffect(() => {
    if (text === null) return;
    let on = true;
    setTitleAlarm(text);
    const timer = setInterval(() => {
      on = !on;
      setTitleAlarm(on ? text : null);
    }, FLASH_MS);
    return () => {
      clearInterval(timer);
      setTitleAlarm(null);
    };
  }, [text]);
}
