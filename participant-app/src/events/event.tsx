import { isTemporary } from '@steward/client-kit/problem';
import { telephone } from '@steward/client-kit/text';
import { useEffect, useState } from 'preact/hooks';
import { AnnouncementsEntry } from '../announcements/news';
import { useSteward } from '../app/context';
import { estimate, type LocalRequest, phaseOf } from '../help-requests/model';
import { Link } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { moment, span, texts } from '../texts/texts';
import { Field } from '../ui/fields';
import { Icon } from '../ui/icons';
import { Navigation } from '../ui/navigation';
import { Failed, Loading, Screen } from '../ui/screen';
import { useRetry } from '../ui/use-retry';
import { EmergencyLine } from './emergency';
import { isOver, type JoinedEvent, type PublicEvent } from './events';

/** The event that is known, or fetched because somebody came by a link. */
function useEvent(id: string) {
  const { events } = useSteward();
  useChanges(events);
  const [state, setState] = useState<'loading' | 'failed' | 'missing'>('loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    setState('loading');
    events.refresh(id).then(
      async (event) => {
        if (!current) return;
        if (!event) setState('missing');
        else if (!events.get(id)) await events.join(event);
      },
      (error) => current && setState(isTemporary(error) ? 'failed' : 'missing'),
    );
    return () => {
      current = false;
    };
  }, [events, id, tries]);
  const retry = () => setTries((count) => count + 1);
  useRetry(state === 'failed', retry);
  return { joined: events.get(id), state, retry };
}

/** Everything about an event; above all the button that calls for help. */
export function EventScreen({ id }: { id: string }) {
  const { requests } = useSteward();
  useChanges(requests);
  const { joined, state, retry } = useEvent(id);
  if (!joined) {
    return (
      <Screen title={texts.app} up={paths.join()} footer={<Navigation current="event" />}>
        {state === 'loading' && <Loading />}
        {state === 'failed' && <Failed text={texts.common.loadingFailed} onRetry={retry} />}
        {state === 'missing' && <Failed text={texts.event.notFound} />}
      </Screen>
    );
  }
  const { event } = joined;
  const open = requests.openAt(id);
  return (
    <Screen
      title={event.name}
      sub={span(event.starts_at, event.ends_at)}
      large
      call={false}
      class="event"
      footer={<Navigation current="event" />}
    >
      {open ? <OpenRequest local={open} /> : <HelpButton event={event} />}
      <EmergencyLine event={event} />
      <AnnouncementsEntry event={id} />
      <Zones joined={joined} />
      <Contacts event={event} />
      <About event={event} />
      <Link to={paths.join()} class="text-link">
        {texts.event.other}
      </Link>
    </Screen>
  );
}

function HelpButton({ event }: { event: PublicEvent }) {
  if (event.status === 'archived') {
    return (
      <p class="notice" role="status">
        {texts.event.ended}
      </p>
    );
  }
  const over = isOver(event, Date.now());
  const early = Date.parse(event.starts_at) > Date.now();
  return (
    <div class="help">
      {(over || early) && (
        <p class="notice" role="status">
          {over ? texts.event.over : texts.event.early(moment(event.starts_at))}
        </p>
      )}
      <Link to={paths.ask(event.id)} class="help-button">
        <Icon name="hand" />
        <span class="help-word">{texts.event.help}</span>
        <span class="help-hint">{texts.event.helpHint}</span>
      </Link>
      <p class="muted">{texts.event.helpMore}</p>
    </div>
  );
}

function OpenRequest({ local }: { local: LocalRequest }) {
  const { event, request, history } = texts;
  const { place, estimated_seconds } = local.request ?? {};
  const waiting = phaseOf(local) === 'waiting' && place;
  return (
    <Link to={paths.request(local.key)} class="open-request">
      <span class="muted">{event.open}</span>
      <strong class="title">{waiting ? request.placeIs(place) : history.phases[phaseOf(local)]}</strong>
      {waiting && <span>{request.estimate(estimate(estimated_seconds))}</span>}
      <span class="button">
        {event.toRequest}
        <Icon name="next" />
      </span>
    </Link>
  );
}

function Zones({ joined }: { joined: JoinedEvent }) {
  const { events } = useSteward();
  if (joined.event.zones.length === 0) return null;
  return (
    <ZoneField
      event={joined.event}
      zone={joined.zone}
      onZone={(zone) => void events.stand(joined.id, zone)}
    />
  );
}

export interface ZoneFieldProps {
  event: PublicEvent;
  zone: string | undefined;
  onZone: (zone: string | undefined) => void;
}

/** Where in the event this person is. */
export function ZoneField({ event, zone, onZone }: ZoneFieldProps) {
  return (
    <Field label={texts.event.where}>
      {(given) => (
        <select
          {...given}
          value={zone ?? ''}
          onChange={(change) => onZone(change.currentTarget.value || undefined)}
        >
          <option value="">{texts.event.nowhere}</option>
          {event.zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Contacts({ event }: { event: PublicEvent }) {
  if (event.contacts.length === 0) return null;
  return (
    <section>
      <h2 class="section">{texts.event.contacts}</h2>
      <ul class="cards">
        {event.contacts.map(({ id, name, role, phone }) => (
          <li key={id}>
            <a class="card with-end" href={telephone(phone)}>
              <span class="lines">
                <span class="hidden">{texts.common.call}</span>
                <strong>{name}</strong>
                {role && <span class="muted">{role}</span>}
                <span class="accent">{phone}</span>
              </span>
              <Icon name="phone" class="accent" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ event }: { event: PublicEvent }) {
  return (
    <section>
      <h2 class="section">{texts.event.about}</h2>
      <p class="with-icon">
        <Icon name="pin" />
        {event.address}
      </p>
      {event.description && <p class="prose">{event.description}</p>}
      <p class="muted">{texts.event.by(event.organization_name)}</p>
    </section>
  );
}
