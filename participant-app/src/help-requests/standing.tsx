import type { ComponentChildren } from 'preact';
import { useSteward } from '../app/context';
import { EmergencyLine } from '../events/emergency';
import { isOver } from '../events/events';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Icon, type IconName } from '../ui/icons';
import { estimate, type LocalRequest, phaseOf } from './model';

/** Where a call for help stands, in one glance. */
export function Standing({ local }: { local: LocalRequest }) {
  const { link } = useSteward();
  useChanges(link);
  switch (phaseOf(local)) {
    case 'unsent':
      return <Unsent connected={link.state.phase === 'live' || navigator.onLine} />;
    case 'waiting':
      return <Waiting local={local} known={link.state.phase === 'live' || link.state.phase === 'polling'} />;
    case 'taken':
      return <Taken local={local} />;
    default:
      return <Ended local={local} />;
  }
}

interface CardProps {
  kind: 'waiting' | 'taken' | 'over' | 'unsent';
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
}

function Card({ kind, icon, title, children }: CardProps) {
  return (
    <section class={`standing ${kind}`} role="status">
      {icon && <Icon name={icon} />}
      <div class="lines">
        <strong class="title">{title}</strong>
        {children}
      </div>
    </section>
  );
}

function Unsent({ connected }: { connected: boolean }) {
  const { request } = texts;
  return (
    <Card
      kind="unsent"
      icon={connected ? 'clock' : 'away'}
      title={connected ? request.sending : request.unsent}
    >
      <p>{request.unsentHint}</p>
    </Card>
  );
}

function Waiting({ local, known }: { local: LocalRequest; known: boolean }) {
  const { events } = useSteward();
  const { request } = texts;
  const { place, estimated_seconds } = local.request ?? {};
  if (!place) {
    return (
      <Card kind="waiting" icon="clock" title={request.soon}>
        {local.reopened && <p>{request.reopened}</p>}
      </Card>
    );
  }
  const event = events.get(local.event)?.event;
  const nobody = estimated_seconds === null || estimated_seconds === undefined;
  return (
    <>
      <section class="standing waiting" role="status">
        <div class="place" aria-hidden="true">
          {place}
        </div>
        <div class="lines">
          <strong class="title">{place === 1 ? request.next : request.placeIs(place)}</strong>
          {local.reopened && <p>{request.reopened}</p>}
          <p>{nobody ? request.nobody : request.estimate(estimate(estimated_seconds))}</p>
          {event && isOver(event, Date.now()) && <p>{request.eventOver}</p>}
          <p class="muted">{known ? request.waitingHint : request.lastKnown}</p>
        </div>
      </section>
      {nobody && <EmergencyLine event={event} />}
    </>
  );
}

function Taken({ local }: { local: LocalRequest }) {
  const { conversations } = useSteward();
  const { request } = texts;
  const names = conversations.copy(local)?.state?.members.flatMap(({ name }) => name ?? []) ?? [];
  const name = local.request?.member?.name ?? names.at(-1);
  return (
    <Card kind="taken" icon="person" title={name ? request.with(name) : request.withSomebody}>
      {local.reopened && <p>{request.reopened}</p>}
    </Card>
  );
}

function Refusal({ local }: { local: LocalRequest }) {
  const { events } = useSteward();
  if (local.refusal?.code !== 'event_closed') return <p>{local.refusal?.detail}</p>;
  return (
    <>
      <p>{texts.request.eventClosed}</p>
      <EmergencyLine event={events.get(local.event)?.event} />
    </>
  );
}

function Ended({ local }: { local: LocalRequest }) {
  const { request } = texts;
  const phase = phaseOf(local);
  if (phase === 'refused') {
    return (
      <Card kind="over" icon="alert" title={request.refused}>
        <Refusal local={local} />
      </Card>
    );
  }
  if (phase === 'cancelled') {
    const told = local.state === 'dropped' || local.request?.status === 'cancelled';
    return (
      <Card kind="over" icon="check" title={request.cancelled}>
        {!told && <p>{request.cancelledUnsent}</p>}
      </Card>
    );
  }
  if (phase === 'expired') return <Card kind="over" icon="clock" title={request.expired} />;
  const outcome = local.request?.outcome as keyof typeof request.outcomes | null | undefined;
  return (
    <Card kind="over" icon="check" title={request.over}>
      {outcome && <p>{request.outcomes[outcome] ?? request.outcomes.other}</p>}
    </Card>
  );
}
