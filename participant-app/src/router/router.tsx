import type { ComponentChildren } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { type Route, routeOf } from './routes';

const MOVED = 'steward:moved';

/** A browser that does not go back within this will not. */
const BACK_MS = 500;

/** The screens of the app that lie behind this one, the last one at the end. */
function trail(): string[] {
  return history.state?.trail ?? [];
}

/** Goes to another screen of the app. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState({ trail: [...trail(), location.pathname] }, '', path);
  else history.replaceState({ trail: trail() }, '', path);
  dispatchEvent(new Event(MOVED));
}

/** Goes back to where the person came from, or up when the app was opened right here. */
export function back(up: string): void {
  if (trail().length > 0) history.back();
  else go(up, 'replace');
}

/** Goes on in place of screens that are done, whose addresses begin like this: the way back does not meet them again. */
export function goOnPast(done: string, path: string): void {
  const behind = [...trail()].reverse();
  const earlier = behind.findIndex((path) => !path.startsWith(done));
  const steps = earlier < 0 ? behind.length : earlier;
  if (steps === 0) {
    go(path, 'replace');
    return;
  }
  const there = () => {
    clearTimeout(late);
    removeEventListener('popstate', there);
    go(path, 'replace');
  };
  const late = setTimeout(there, BACK_MS);
  addEventListener('popstate', there);
  history.go(-steps);
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
