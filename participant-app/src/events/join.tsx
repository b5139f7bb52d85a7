import { JOIN_CODE_LENGTH, joinCode } from '@steward/client-kit/ids';
import { isTemporary } from '@steward/client-kit/problem';
import { useEffect, useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { canScan } from '../scan/camera';
import { useChanges } from '../state/observable';
import { span, texts } from '../texts/texts';
import { TextField } from '../ui/fields';
import { Icon } from '../ui/icons';
import { Screen } from '../ui/screen';
import { useRetry } from '../ui/use-retry';
import { useTask } from '../ui/use-task';

export interface JoinProps {
  /** From a link or a QR code. */
  code?: string;
  zone?: string;
}

class NotFound extends Error {}
class TooShort extends Error {}

function reason(error: unknown, code: string): string | undefined {
  if (error instanceof NotFound) return texts.join.notFound(code);
  if (error instanceof TooShort) return texts.join.tooShort;
  return error === undefined ? undefined : (error as Error).message;
}

/** The first screen: type the code of an event, or arrive with one. */
export function Join({ code: given, zone }: JoinProps) {
  const { events } = useSteward();
  useChanges(events);
  const [code, setCode] = useState(() => joinCode(given ?? ''));
  const [away, setAway] = useState(false);
  const task = useTask(async () => {
    if (code.length !== JOIN_CODE_LENGTH) throw new TooShort();
    const known = events.all.find(({ event }) => event.code === code)?.event;
    const event = await events.byCode(code).catch((error) => {
      if (known && isTemporary(error)) return known;
      setAway(isTemporary(error));
      throw error;
    });
    setAway(false);
    if (!event) throw new NotFound();
    await events.join(event, zone);
    go(paths.event(event.id), given ? 'replace' : 'push');
  });
  // A complete code needs no further tap, whether it was typed or came with a link.
  useEffect(() => {
    if (code.length === JOIN_CODE_LENGTH) task.run();
  }, [code]);
  useRetry(away && !task.working, task.run);
  const { join } = texts;
  const wrong = task.working ? undefined : reason(task.error, code);
  return (
    <Screen title={join.title} large class="join">
      <p class="lead">{join.lead}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          task.run();
        }}
      >
        <TextField
          label={join.code}
          class="code"
          value={code}
          onText={(text) => setCode(joinCode(text))}
          error={away ? texts.common.unreachableWaits : wrong}
          autocomplete="off"
          autocapitalize="characters"
          maxLength={12}
        />
        <button type="submit" class="primary" aria-disabled={task.working}>
          {task.working ? join.looking : join.join}
        </button>
      </form>
      {canScan() && (
        <Link to={paths.scan} class="row-link">
          <Icon name="scan" />
          <span>{join.scan}</span>
          <Icon name="next" class="end" />
        </Link>
      )}
      <Link to={paths.browse} class="row-link">
        <Icon name="search" />
        <span>{join.browse}</span>
        <Icon name="next" class="end" />
      </Link>
      <Recent />
    </Screen>
  );
}

function Recent() {
  const { events } = useSteward();
  if (events.all.length === 0) return null;
  return (
    <section>
      <h2 class="section">{texts.join.recent}</h2>
      <ul class="cards">
        {events.all.map(({ id, event }) => (
          <li key={id}>
            <Link to={paths.event(id)} class="card">
              <strong>{event.name}</strong>
              <span class="muted">{span(event.starts_at, event.ends_at)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
