import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDesk } from '../client/hooks';
import { type ConversationView, takesPart } from '../client/view';
import { firstUnread, readUpTo } from './unread';

function onFocus(listener: () => void): () => void {
  const names = ['focus', 'blur', 'visibilitychange'];
  for (const name of names) window.addEventListener(name, listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    for (const name of names) window.removeEventListener(name, listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

const isLookedAt = () => document.visibilityState === 'visible' && document.hasFocus();

interface Reading {
  /** Where the line "New" stands. */
  unreadFrom: number | undefined;
  /** Unread messages below what is in sight. */
  below: number;
}

/** Marks as read what is in sight while the page is looked at, and remembers where the unread began. */
export function useReading(view: ConversationView, me: string, atEnd: boolean): Reading {
  const desk = useDesk();
  const lookedAt = useSyncExternalStore(onFocus, isLookedAt);
  const seen = view.state?.seen[me] ?? 0;
  const given = view.state?.request?.untouched === true;
  const [readBefore, setReadBefore] = useState(() => readUpTo(seen, view.messages, me));
  const newest = view.head;
  const written = view.pending.length;

  useEffect(() => {
    if (atEnd && lookedAt && (newest > seen || given || view.unreadNotes > 0)) desk.read(view.id);
  }, [desk, view.id, atEnd, lookedAt, newest, seen, given, view.unreadNotes]);

  // What arrives before one's eyes is not new to them; what the first reading brings is.
  const arrived = useRef(newest);
  useEffect(() => {
    if (arrived.current > 0 && newest > arrived.current && atEnd && lookedAt) setReadBefore(newest);
    arrived.current = newest;
  }, [newest, atEnd, lookedAt]);

  // Whoever answers has read: the line goes away.
  useEffect(() => {
    if (written > 0) setReadBefore(newest);
  }, [written, newest]);

  // Whoever only looks at a conversation leaves no marks, and has none.
  const marks = takesPart(view.state, me);
  return {
    unreadFrom: marks ? firstUnread(view.messages, readBefore, me) : undefined,
    below: atEnd ? 0 : view.unread,
  };
}
