import { useEffect } from 'preact/hooks';
import { AnnouncementBanner } from '../announcements/news';
import { AnnouncementsScreen } from '../announcements/screen';
import { Browse } from '../events/browse';
import { EventScreen } from '../events/event';
import { Join } from '../events/join';
import { Ask } from '../help-requests/ask';
import { RequestScreen } from '../help-requests/request';
import { History } from '../history/history';
import { SharingBar } from '../live-location/bar';
import { Me } from '../me/me';
import { Register } from '../me/register';
import { SignIn } from '../me/sign-in';
import { go, Link, useRoute } from '../router/router';
import { paths, type Route } from '../router/routes';
import { Scan } from '../scan/scan';
import { texts } from '../texts/texts';
import { Screen } from '../ui/screen';
import { ConnectionBanner } from './banner';
import { useSteward } from './context';

/** Everything that is on the screen. */
export function App() {
  const route = useRoute();
  return (
    <>
      <ConnectionBanner />
      <SharingBar />
      <AnnouncementBanner />
      <Shown route={route} />
    </>
  );
}

function Shown({ route }: { route: Route }) {
  switch (route.screen) {
    case 'start':
      return <Start />;
    case 'join':
      return <Join key={route.code} code={route.code} zone={route.zone} />;
    case 'browse':
      return <Browse />;
    case 'scan':
      return <Scan />;
    case 'event':
      return <EventScreen key={route.id} id={route.id} />;
    case 'announcements':
      return <AnnouncementsScreen key={route.event} event={route.event} />;
    case 'ask':
      return <Ask key={route.event} event={route.event} step={route.step} />;
    case 'request':
      return <RequestScreen key={route.key} id={route.key} />;
    case 'history':
      return <History />;
    case 'me':
      return <Me />;
    case 'register':
      return <Register />;
    case 'sign-in':
      return <SignIn />;
    case 'unknown':
      return <Unknown />;
  }
}

/** The app was opened: whoever waits for help sees that, whoever is at an event sees the event. */
function Start() {
  const { events, requests } = useSteward();
  useEffect(() => {
    const event = events.current(Date.now());
    const open = event && requests.openAt(event.id);
    const screen = event ? paths.event(event.id) : paths.join();
    go(open ? paths.request(open.key) : screen, 'replace');
  }, [events, requests]);
  return null;
}

function Unknown() {
  return (
    <Screen title={texts.common.unknownScreen} large>
      <Link to={paths.start} class="button primary">
        {texts.common.toStart}
      </Link>
    </Screen>
  );
}
