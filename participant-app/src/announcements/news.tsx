import { useSteward } from '../app/context';
import { Link, useRoute } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';

/** What was just announced stands above every screen until it is read. */
export function AnnouncementBanner() {
  const { announcements, events } = useSteward();
  const route = useRoute();
  useChanges(announcements, events);
  const event = events.current(Date.now());
  const news = event && announcements.news(event.id);
  const isShown = news && !(route.screen === 'announcements' && route.event === event.id);
  return (
    <div class="banners" role="status">
      {isShown && (
        <Link to={paths.announcements(event.id)} class="banner news">
          <Icon name="announcement" />
          <span class="lines">
            <strong>{texts.announcements.one}</strong>
            <span class="two-lines">{news.text}</span>
          </span>
          <Icon name="next" />
        </Link>
      )}
    </div>
  );
}

/** The way to an event's announcements, once there are any. */
export function AnnouncementsEntry({ event }: { event: string }) {
  const { announcements } = useSteward();
  useChanges(announcements);
  const all = announcements.of(event);
  const [newest] = all;
  if (!newest) return null;
  const news = all.filter(({ isNew }) => isNew).length;
  return (
    <Link to={paths.announcements(event)} class="card with-end">
      <span class="lines">
        <span class="row">
          <Icon name="announcement" class="accent" />
          <strong>{texts.announcements.title}</strong>
        </span>
        <span class="one-line">{newest.text}</span>
      </span>
      {news > 0 && (
        <span class="count">
          {news}
          <span class="hidden"> {texts.announcements.unread(news)}</span>
        </span>
      )}
    </Link>
  );
}
