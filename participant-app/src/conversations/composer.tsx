import type { Location } from '@steward/client-kit/live';
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import type { AddingProps } from '../attachments/adding';
import { useLazy } from '../attachments/use-lazy';
import type { LocalRequest } from '../help-requests/model';
import { MOST_CHARACTERS } from '../help-requests/words';
import { LocationPanel, useAttachedLocation } from '../location/composing';
import { texts } from '../texts/texts';
import { silent } from '../ui/choice';
import { Icon } from '../ui/icons';
import { useDraft } from '../ui/use-draft';
import { QuoteWords } from './quote';
import { quoteOf } from './thread';
import type { TakeBack } from './thread-view';
import { TELL_MS } from './typing';

/** What the conversation above may do with the field. */
export interface ComposerHandle {
  focus: () => void;
  /** Adds words to what stands there, and the place that belongs to them. */
  insert: TakeBack;
}

export interface ComposerProps {
  local: LocalRequest;
  handle: { current: ComposerHandle | null };
  /** The message that is answered, if any. */
  reply: number | undefined;
  /** The answer is on its way, or is not to be one. */
  onReplied: () => void;
}

/** Writes a message. It is on this phone before it leaves it, so nothing written is ever lost. */
export function Composer({ local, handle, reply, onReplied }: ComposerProps) {
  const { outbox, link } = useSteward();
  const [draft, keep, forget, empty] = useDraft(`message ${local.key}`, '');
  const field = useRef<HTMLTextAreaElement>(null);
  const told = useRef(0);
  const [adds, setAdds] = useState(false);
  const text = draft ?? '';
  const place = useAttachedLocation(local);
  const tooLong = text.length > MOST_CHARACTERS;
  const { conversation } = texts;
  useEffect(() => {
    if (field.current) grow(field.current, text);
  }, [text]);
  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus(),
    insert: (words, location) => {
      if (location) place.attach(location);
      keep(text.trim() ? `${text}\n${words}` : words);
      field.current?.focus();
    },
  }));

  const write = (words: string, location?: Location) =>
    outbox.write({
      conversation: local.conversation ?? local.key,
      body: { kind: 'text', text: words },
      reply_to: reply,
      location,
    });
  const words = text.trim() || (place.attached ? texts.location.here : '');
  const send = () => {
    if (!words || tooLong) return;
    empty();
    place.empty();
    // The words leave the draft once the outbox keeps them: a killed app costs none.
    void write(words, place.attached).then(() => {
      if (!field.current?.value) forget();
      place.forget();
    });
    onReplied();
    field.current?.focus();
  };
  const typed = (words: string) => {
    keep(words);
    if (!local.conversation || Date.now() - told.current < TELL_MS) return;
    told.current = Date.now();
    link.tell({ type: 'typing', conversation: local.conversation });
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {reply !== undefined && <Replying local={local} seq={reply} onEnd={onReplied} />}
      {silent.chosen() === 'on' && <QuickAnswers onAnswer={(words) => void write(words).then(onReplied)} />}
      <LocationPanel place={place} local={local} />
      {adds && (
        <Adding
          onPlace={() => {
            setAdds(false);
            place.setOpen(true);
          }}
          to={{ conversation: local.conversation ?? local.key, reply_to: reply }}
          onEnd={() => {
            setAdds(false);
            onReplied();
          }}
        />
      )}
      <button
        type="button"
        class="add"
        aria-label={texts.attachments.add}
        aria-expanded={adds}
        onClick={() => setAdds(!adds)}
      >
        <Icon name={adds ? 'close' : 'plus'} />
      </button>
      <textarea
        ref={field}
        rows={1}
        aria-label={conversation.write}
        aria-invalid={tooLong || undefined}
        aria-describedby={tooLong ? 'too-long' : undefined}
        placeholder={conversation.write}
        value={text}
        onInput={(event) => typed(event.currentTarget.value)}
        onKeyDown={(event) => {
          // A keyboard with keys sends with Enter; on glass, Enter begins a new line.
          const hasKeys = matchMedia('(hover: hover) and (pointer: fine)').matches;
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasKeys) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send" aria-label={conversation.send} aria-disabled={!words || tooLong}>
        <Icon name="send" />
      </button>
      {tooLong && (
        <p id="too-long" class="field-error" role="alert">
          {conversation.tooLong(MOST_CHARACTERS)}
        </p>
      )}
    </form>
  );
}

const loadAdding = () => import('../attachments/adding');

/** What can be sent besides words. */
function Adding(props: AddingProps) {
  const part = useLazy(loadAdding);
  return part ? <part.Adding {...props} /> : null;
}

/** Which message the next words answer. */
function Replying({ local, seq, onEnd }: { local: LocalRequest; seq: number; onEnd: () => void }) {
  const { conversations, session } = useSteward();
  const quote = quoteOf(seq, conversations.copy(local), session.participant?.id);
  if (!quote) return null;
  return (
    <div class="replying">
      <span class="quote">
        <QuoteWords quote={quote} />
      </span>
      <button type="button" class="quiet square" aria-label={texts.conversation.noReply} onClick={onEnd}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** For hands that must not be seen typing: one tap is an answer. */
function QuickAnswers({ onAnswer }: { onAnswer: (words: string) => void }) {
  const { yes, no } = texts.ask.answers;
  return (
    <div class="quick">
      {[yes, no].map((words) => (
        <button key={words} type="button" class="secondary" onClick={() => onAnswer(words)}>
          {words}
        </button>
      ))}
    </div>
  );
}

/** As high as its words, up to a third of the screen. */
function grow(field: HTMLTextAreaElement, text: string): void {
  field.style.height = 'auto';
  if (text) field.style.height = `${Math.min(field.scrollHeight, innerHeight / 3)}px`;
}
