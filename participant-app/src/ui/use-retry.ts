import { fullJitter } from '@steward/client-kit/live';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Does something again while it failed only for want of a network: as soon as the phone finds one, and after waits
 * that grow, since a phone with a network does not know when the server comes back into reach.
 */
export function useRetry(failed: boolean, again: () => void): void {
  const failures = useRef(0);
  const latest = useRef(again);
  latest.current = again;
  // Before anything is painted: the words that promise it never stand there without it.
  useLayoutEffect(() => {
    if (!failed) return;
    const run = () => latest.current();
    const timer = setTimeout(run, fullJitter(failures.current++));
    addEventListener('online', run);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', run);
    };
  }, [failed]);
}
