import { useSteward } from '../app/context';
import { unread } from '../conversations/thread';
import { Link } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Icon, type IconName } from './icons';

type Place = 'event' | 'history' | 'me';

/** The three places of the app, under the thumb. */
export function Navigation({ current }: { current: Place }) {
  const { events, requests, conversations, session } = useSteward();
  useChanges(events, requests, conversations);
  const event = events.current(Date.now());
  const me = session.participant?.id;
  const news = requests.all.some((local) => unread(conversations.copy(local), me) > 0);
  const places: [Place, string, IconName][] = [
    ['event', event ? paths.event(event.id) : paths.join(), 'home'],
    ['history', paths.history, 'list'],
    ['me', paths.me, 'person'],
  ];
  return (
    <nav class="navigation" aria-label={texts.navigation.label}>
      {places.map(([place, to, icon]) => (
        <Link key={place} to={to} class="place" current={place === current}>
          <Icon name={icon} />
          <span>{texts.navigation[place]}</span>
          {place === 'history' && news && (
            <span class="dot">
              <span class="hidden">{texts.navigation.unread}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
