import { useEffect } from 'preact/hooks';
import { useSteward } from '../app/context';
import { summaryOf, unread } from '../conversations/thread';
import { isOpen, type LocalRequest, phaseOf } from '../help-requests/model';
import { Link } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { moment, texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { Navigation } from '../ui/navigation';
import { Screen } from '../ui/screen';

/** Every call for help of this person, complete without a connection. */
export function History() {
  const { requests, conversations, events, session } = useSteward();
  useChanges(requests, conversations, events);
  useEffect(() => {
    // What other devices asked; without a network what is here is shown.
    if (session.participant) void requests.refresh().catch(() => undefined);
  }, [requests, session]);
  const { history } = texts;
  const all = requests.all;
  const open = all.filter(isOpen);
  const earlier = all.filter((local) => !isOpen(local));
  return (
    <Screen title={history.title} large class="history" footer={<Navigation current="history" />}>
      {all.length === 0 && (
        <div class="empty">
          <p class="title">{history.none}</p>
          <p class="muted">{history.noneHint}</p>
        </div>
      )}
      <Group title={history.open} requests={open} />
      <Group title={history.earlier} requests={earlier} />
    </Screen>
  );
}

function Group({ title, requests }: { title: string; requests: LocalRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <section>
      <h2 class="section">{title}</h2>
      <ul class="cards">
        {requests.map((local) => (
          <li key={local.key}>
            <Entry local={local} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ local }: { local: LocalRequest }) {
  const { conversations, events, session } = useSteward();
  const category = local.request?.category ?? local.body?.category;
  const news = unread(conversations.copy(local), session.participant?.id);
  const last = conversations.thread(local).at(-1);
  return (
    <Link to={paths.request(local.key)} class="card with-end">
      <span class="lines">
        <span class="row">
          {category && <Icon name={category} class="accent" />}
          <strong>{category ? texts.request.title(category) : texts.request.unknownTitle}</strong>
        </span>
        {last && <span class="one-line">{last.body ? summaryOf(last.body) : last.text}</span>}
        <span class="muted small">
          {[events.get(local.event)?.event.name, moment(local.writtenAt)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span class="ends">
        <span class={`chip ${phaseOf(local)}`}>{texts.history.phases[phaseOf(local)]}</span>
        {news > 0 && (
          <span class="count">
            {news}
            <span class="hidden"> {texts.history.unread(news)}</span>
          </span>
        )}
      </span>
    </Link>
  );
}
