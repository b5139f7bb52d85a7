import type { ComponentChildren } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { type Route, routeOf } from './routes';

const MOVED = 'steward:moved';

/** Goes to another screen of the app. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  const state = { inside: how === 'push' || history.state?.inside };
  if (how === 'push') history.pushState(state, '', path);
  else history.replaceState(state, '', path);
  dispatchEvent(new Event(MOVED));
}

/** Goes back to where the person came from, or up when the app was opened right here. */
export function back(up: string): void {
  if (history.state?.inside) history.back();
  else go(up, 'replace');
}

/** The screen that the address means, now and whenever it changes. */
export function useRoute(): Route {
  const [, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const moved = () => look(undefined);
    addEventListener(MOVED, moved);
    addEventListener('popstate', moved);
    // A screen may have sent the person on before anybody listened.
    moved();
    return () => {
      removeEventListener(MOVED, moved);
      removeEventListener('popstate', moved);
    };
  }, []);
  return routeOf(location.pathname, location.search);
}

export interface LinkProps {
  to: string;
  class?: string;
  current?: boolean;
  label?: string;
  children: ComponentChildren;
}

/** A link within the app: a real address, without loading the page again. */
export function Link({ to, class: name, current, label, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} class={name} aria-current={current ? 'page' : undefined} aria-label={label} onClick={follow}>
      {children}
    </a>
  );
}
