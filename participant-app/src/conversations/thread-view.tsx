import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { telephone } from '../events/emergency';
import type { LocalRequest } from '../help-requests/model';
import { useChanges } from '../state/observable';
import { moment, texts } from '../texts/texts';
import { Icon, type IconName } from '../ui/icons';
import { MessageText } from './text';
import { newestOfOthers, type Progress, type ThreadItem } from './thread';

/** Closer to the end than this, in pixels, a reader is at the end. */
const NEAR_PX = 120;

/** Everything that was said, the newest at the end, and how far each own word got. */
export function Thread({ local }: { local: LocalRequest }) {
  const { conversations, typing, link, session } = useSteward();
  useChanges(conversations, typing);
  const items = conversations.thread(local);
  const copy = conversations.copy(local);
  const last = newestOfOthers(copy, session.participant?.id);
  const end = useRef<HTMLDivElement>(null);
  const newest = items.at(-1);
  const follows = useFollowing(end, items.length, newest?.from === 'me' ? newest.key : undefined);
  useEffect(() => {
    const conversation = local.conversation;
    if (!conversation || last === 0) return;
    const read = () => {
      if (document.visibilityState === 'visible') void link.seen(conversation, last);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [link, local.conversation, last]);
  const writing = local.conversation ? typing.of(local.conversation) : [];
  const names = new Map(copy?.state?.members.map(({ id, name }) => [id, name]));
  return (
    <section class="thread" role="log" aria-label={texts.conversation.messages}>
      {copy?.incomplete && (copy.messages.length > 0 || items.length === 0) && (
        <p class="muted centred late" role="status">
          {texts.conversation.missing}
        </p>
      )}
      <ol class="messages">
        {items.map((item) => (
          <Bubble key={item.key} item={item} />
        ))}
      </ol>
      {writing.map((person) => (
        <p key={person} class="typing" role="status">
          {names.get(person)
            ? texts.conversation.typing(names.get(person) ?? '')
            : texts.conversation.typingSomebody}
        </p>
      ))}
      <div ref={end} />
      {!follows && (
        <button type="button" class="newest" onClick={() => toEnd(end.current)}>
          {texts.conversation.newest}
        </button>
      )}
    </section>
  );
}

/**
 * Stays at the end while the reader is there; says when something new came while they were not. Whoever writes goes
 * to the end, where their words are; `own` is the newest item when it is theirs.
 */
function useFollowing(end: { current: HTMLDivElement | null }, count: number, own?: string): boolean {
  const near = useRef(true);
  const lastOwn = useRef(own);
  const [follows, setFollows] = useState(true);
  useEffect(() => {
    const scroller = scrollerOf(end.current);
    const scrolled = () => {
      if (!scroller) return;
      near.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
      if (near.current) setFollows(true);
    };
    // The keyboard of the phone takes half of the screen: whoever was at the end stays there.
    const resized = new ResizeObserver(() => near.current && toEnd(end.current));
    scroller?.addEventListener('scroll', scrolled, { passive: true });
    if (scroller) resized.observe(scroller);
    // So does whoever reads the end when something there grows, such as the reason why a message was not sent.
    if (end.current?.parentElement) resized.observe(end.current.parentElement);
    return () => {
      scroller?.removeEventListener('scroll', scrolled);
      resized.disconnect();
    };
  }, [end]);
  useLayoutEffect(() => {
    if (count === 0) return;
    const wrote = own !== undefined && own !== lastOwn.current;
    lastOwn.current = own;
    if (near.current || wrote) toEnd(end.current);
    else setFollows(false);
  }, [count, end]);
  return follows;
}

function scrollerOf(end: HTMLElement | null): HTMLElement | null {
  return end?.closest('main') ?? null;
}

function toEnd(end: HTMLElement | null): void {
  const scroller = scrollerOf(end);
  if (scroller) scroller.scrollTop = scroller.scrollHeight;
}

const marks: Record<Progress, IconName> = {
  waiting: 'clock',
  sent: 'check',
  delivered: 'checks',
  read: 'checks',
  refused: 'alert',
};

function Bubble({ item }: { item: ThreadItem }) {
  const { conversation } = texts;
  if (item.from === 'system') {
    return (
      <li class="notice-line">
        <MessageText text={item.text} />
        {item.call && (
          <a class="button" href={telephone(item.call)}>
            <Icon name="phone" />
            {conversation.noticeCall(item.call)}
          </a>
        )}
      </li>
    );
  }
  const mine = item.from === 'me';
  return (
    <li class={mine ? 'bubble mine' : 'bubble theirs'}>
      <span class="hidden">{mine ? conversation.you : (item.name ?? conversation.staff)}: </span>
      {!mine && (
        <span class="author" aria-hidden="true">
          {item.name ?? conversation.staff}
        </span>
      )}
      <MessageText text={item.text} />
      {item.location && (
        <span class="with-icon small">
          <Icon name="pin" />
          {conversation.located}
        </span>
      )}
      <span class="meta">
        <time dateTime={item.at}>{moment(item.at)}</time>
        {item.progress && (
          <span class={`progress ${item.progress}`}>
            <Icon name={marks[item.progress]} />
            {conversation.progress[item.progress]}
          </span>
        )}
      </span>
      {item.progress === 'refused' && item.refusal && <Refused item={item} code={item.refusal.code} />}
    </li>
  );
}

/** The server will not take it; the words stay until the person decides. */
function Refused({ item, code }: { item: ThreadItem; code: string }) {
  const { outbox } = useSteward();
  const { conversation } = texts;
  const reason =
    conversation.refusals[code as keyof typeof conversation.refusals] ?? conversation.refusals.other;
  return (
    <div class="refusal" role="alert">
      <p>{reason}</p>
      <div class="row">
        <button type="button" class="quiet" onClick={() => void outbox.retry(item.key)}>
          {conversation.retry}
        </button>
        <button type="button" class="quiet danger" onClick={() => void outbox.discard(item.key)}>
          {conversation.discard}
        </button>
      </div>
    </div>
  );
}
