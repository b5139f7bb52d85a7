import { useEffect, useRef, useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { span, texts } from '../texts/texts';
import { TextField } from '../ui/fields';
import { Icon } from '../ui/icons';
import { Failed, Loading, Screen } from '../ui/screen';
import { Segments } from '../ui/segments';
import type { EventQuery, PublicEvent } from './events';

const days = ['any', 'today', 'week'] as const;
type Days = (typeof days)[number];

/** Typing is searched for once it rests for so long. */
const REST_MS = 300;

/** The part of the calendar that a choice means. */
export function daysOf(choice: Days, now: Date): Pick<EventQuery, 'from' | 'to'> {
  if (choice === 'any') return {};
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const to = new Date(from);
  to.setDate(from.getDate() + (choice === 'today' ? 1 : 7));
  return { from: from.toISOString(), to: to.toISOString() };
}

interface Found {
  items: PublicEvent[];
  next?: string | null;
}

type Result = { state: 'loading' | 'failed' } | ({ state: 'found' } & Found);

/** What matches, fetched anew whenever the question changes; `more` adds the next page. */
function useSearch(text: string, choice: Days) {
  const { events } = useSteward();
  const [result, setResult] = useState<Result>({ state: 'loading' });
  const asked = useRef(0);
  const ask = async (earlier: PublicEvent[], after?: string) => {
    const question = ++asked.current;
    if (!after) setResult({ state: 'loading' });
    try {
      const page = await events.search({ text: text.trim(), ...daysOf(choice, new Date()), after });
      if (question !== asked.current) return;
      setResult({ state: 'found', items: [...earlier, ...page.items], next: page.next });
    } catch {
      if (question === asked.current) setResult({ state: 'failed' });
    }
  };
  useEffect(() => {
    const timer = setTimeout(() => void ask([]), text ? REST_MS : 0);
    return () => clearTimeout(timer);
  }, [text, choice]);
  return { result, ask };
}

/** Finds a public event without a code. */
export function Browse() {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<Days>('any');
  const { result, ask } = useSearch(text, choice);
  const { browse } = texts;
  return (
    <Screen title={browse.title} up={paths.join()} class="browse">
      <TextField label={browse.search} type="search" value={text} onText={setText} autocomplete="off" />
      <Segments
        label={browse.when}
        quiet
        name="when"
        options={days}
        words={browse.days}
        chosen={choice}
        onChoose={setChoice}
      />
      {result.state === 'loading' && <Loading />}
      {result.state === 'failed' && <Failed text={texts.common.loadingFailed} onRetry={() => void ask([])} />}
      {result.state === 'found' && <Results {...result} onMore={(next) => void ask(result.items, next)} />}
      <Link to={paths.join()} class="text-link">
        {browse.typeCode}
      </Link>
    </Screen>
  );
}

function Results({ items, next, onMore }: Found & { onMore: (next: string) => void }) {
  const { browse } = texts;
  if (items.length === 0) {
    return (
      <div class="empty" role="status">
        <p class="title">{browse.none}</p>
        <p class="muted">{browse.noneHint}</p>
      </div>
    );
  }
  return (
    <>
      <p class="hidden" role="status">
        {browse.found(items.length)}
      </p>
      <ul class="cards">
        {items.map((event) => (
          <li key={event.id}>
            <Result event={event} />
          </li>
        ))}
      </ul>
      {next && (
        <button type="button" class="secondary" onClick={() => onMore(next)}>
          {browse.more}
        </button>
      )}
    </>
  );
}

function Result({ event }: { event: PublicEvent }) {
  const { events } = useSteward();
  const choose = async () => {
    await events.join(event);
    go(paths.event(event.id));
  };
  return (
    <button type="button" class="card" onClick={() => void choose()}>
      <strong>{event.name}</strong>
      <span class="muted">{span(event.starts_at, event.ends_at)}</span>
      <span class="muted with-icon">
        <Icon name="pin" />
        {event.address}
      </span>
    </button>
  );
}
