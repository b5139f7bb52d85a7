import { useEffect } from 'preact/hooks';
import { useSteward } from '../app/context';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { moment, texts } from '../texts/texts';
import { Navigation } from '../ui/navigation';
import { Screen } from '../ui/screen';

/** What the organizers said to everybody, the newest first. Whoever opens it has read it. */
export function AnnouncementsScreen({ event }: { event: string }) {
  const { announcements, events, link } = useSteward();
  useChanges(announcements, events);
  const all = announcements.of(event);
  const newest = all[0]?.seq ?? 0;
  const conversation = announcements.copy(event)?.id;
  useEffect(() => {
    const read = () => {
      if (conversation && document.visibilityState === 'visible') void link.seen(conversation, newest);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [link, conversation, newest]);
  return (
    <Screen
      title={texts.announcements.title}
      sub={events.get(event)?.event.name}
      up={paths.event(event)}
      footer={<Navigation current="event" />}
    >
      {all.length === 0 && (
        <div class="empty">
          <p class="title">{texts.announcements.none}</p>
          <p class="muted">{texts.announcements.noneHint}</p>
        </div>
      )}
      <ul class="cards" aria-live="polite">
        {all.map(({ seq, text, at }) => (
          <li key={seq} class="card announcement">
            <p class="prose">{text}</p>
            <p class="muted small">{moment(at)}</p>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
