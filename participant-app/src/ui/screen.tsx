import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSteward } from '../app/context';
import { EmergencyCall } from '../events/emergency';
import type { PublicEvent } from '../events/events';
import { back } from '../router/router';
import { texts } from '../texts/texts';
import { silent } from './choice';
import { Icon } from './icons';

export interface ScreenProps {
  title: string;
  /** Where `back` leads when there is no earlier screen; without it the screen has no way back. */
  up?: string;
  /** Beside the title, such as a progress. */
  aside?: ComponentChildren;
  /** Whose emergency number is shown; without it, that of the event this person is most likely at. */
  event?: PublicEvent;
  /** False where the screen itself shows the emergency number. */
  call?: boolean;
  /** Under the title in small letters. */
  sub?: string;
  /** Whether the title stands large at the top of the content instead of in the bar. */
  large?: boolean;
  /** Stays at the bottom, under the thumb. */
  footer?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

/** One screen: its title is announced and focused when it appears. */
export function Screen(props: ScreenProps) {
  const { title, up, aside, sub, large, footer, class: more = '', children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const named = title === texts.app ? title : `${title} · ${texts.app}`;
    document.title = silent.chosen() === 'on' ? texts.discreet : named;
    if (document.activeElement === document.body || document.activeElement === null) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [title]);
  const head = (
    <h1 ref={heading} tabIndex={-1} class={large ? 'headline' : 'bar-title'}>
      {title}
      {sub && <span class="sub">{sub}</span>}
    </h1>
  );
  const inBar = up || !large || aside;
  const call = props.call !== false && <Call event={props.event} />;
  return (
    <div class={`screen ${more}`}>
      {inBar && (
        <header class="bar">
          {up && (
            <button
              type="button"
              class="quiet square"
              aria-label={texts.common.back}
              onClick={() => back(up)}
            >
              <Icon name="back" />
            </button>
          )}
          {!large && head}
          {aside}
          {call}
        </header>
      )}
      <main class="content">
        {large && (inBar ? head : <Heading head={head} call={call} />)}
        {children}
      </main>
      {footer && <footer class="footer">{footer}</footer>}
    </div>
  );
}

function Heading({ head, call }: { head: ComponentChildren; call: ComponentChildren }) {
  if (!call) return head;
  return (
    <div class="heading">
      {head}
      {call}
    </div>
  );
}

function Call({ event }: { event: PublicEvent | undefined }) {
  const { events } = useSteward();
  return <EmergencyCall event={event ?? events.current(Date.now())?.event} />;
}

/** Something is being fetched: in words, never a bare spinner. */
export function Loading({ text = texts.common.loading }: { text?: string }) {
  return (
    <p class="loading" role="status">
      {text}
    </p>
  );
}

/** Something could not be shown, and what to do now. */
export function Failed({ text, onRetry }: { text: string; onRetry?: () => void }) {
  return (
    <div class="notice danger" role="alert">
      <p>{text}</p>
      {onRetry && (
        <button type="button" class="secondary" onClick={onRetry}>
          {texts.common.tryAgain}
        </button>
      )}
    </div>
  );
}
