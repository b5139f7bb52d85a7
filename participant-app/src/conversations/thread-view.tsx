import type { Location } from '@steward/client-kit/live';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import type { LocalRequest } from '../help-requests/model';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Bubble } from './bubble';

/** Closer to the end than this, in pixels, a reader is at the end. */
const NEAR_PX = 120;

export interface ThreadProps {
  local: LocalRequest;
  /** Answers the message with this number; missing where nothing can be written any more. */
  onReply?: (seq: number) => void;
  /** Takes back a message that never left. */
  onTakeBack?: TakeBack;
}

/** What is to be written differently goes back to where it was written, with the place it was written at. */
export type TakeBack = (text: string, location?: Location) => void;

/** Everything that was said, the newest at the end, and how far each own word got. */
export function Thread({ local, onReply, onTakeBack }: ThreadProps) {
  const { conversations, typing, link } = useSteward();
  useChanges(conversations, typing);
  const items = conversations.thread(local);
  const copy = conversations.copy(local);
  const last = conversations.newest(local);
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
          <Bubble key={item.key} item={item} onReply={onReply} onTakeBack={onTakeBack} />
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
  // Whoever has just asked reads where they stand, which is at the top.
  const near = useRef(count > 1);
  const lastOwn = useRef(own);
  const shown = useRef(count);
  const [follows, setFollows] = useState(true);
  useEffect(() => {
    const scroller = scrollerOf(end.current);
    const scrolled = () => {
      near.current = isAtEnd(scroller);
      if (near.current) setFollows(true);
    };
    // The keyboard of the phone takes half of the screen: whoever was at the end stays there. Whoever has not scrolled
    // reads the top, even while everything fits.
    const resized = new ResizeObserver(() => {
      near.current ||= !!scroller?.scrollTop && isAtEnd(scroller);
      if (near.current) toEnd(end.current);
    });
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
    const came = count > shown.current;
    if (near.current || wrote || (came && isAtEnd(scrollerOf(end.current)))) toEnd(end.current);
    else if (came) setFollows(false);
    shown.current = count;
  }, [count, end]);
  return follows;
}

function isAtEnd(scroller: HTMLElement | null): boolean {
  return !!scroller && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
}

function scrollerOf(end: HTMLElement | null): HTMLElement | null {
  return end?.closest('main') ?? null;
}

function toEnd(end: HTMLElement | null): void {
  const scroller = scrollerOf(end);
  if (scroller) scroller.scrollTop = scroller.scrollHeight;
}
