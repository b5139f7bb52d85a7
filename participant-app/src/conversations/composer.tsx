import { useEffect, useRef } from 'preact/hooks';
import { useSteward } from '../app/context';
import type { LocalRequest } from '../help-requests/model';
import { MOST_CHARACTERS } from '../help-requests/words';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { useDraft } from '../ui/use-draft';
import { TELL_MS } from './typing';

/** Writes a message. It is on this phone before it leaves it, so nothing written is ever lost. */
export function Composer({ local }: { local: LocalRequest }) {
  const { outbox, link } = useSteward();
  const [draft, keep, forget, empty] = useDraft(`message ${local.key}`, '');
  const field = useRef<HTMLTextAreaElement>(null);
  const told = useRef(0);
  const text = draft ?? '';
  const tooLong = text.length > MOST_CHARACTERS;
  const { conversation } = texts;
  useEffect(() => {
    if (field.current) grow(field.current, text);
  }, [text]);

  const send = () => {
    const words = text.trim();
    if (!words || tooLong) return;
    empty();
    // The words leave the draft once the outbox keeps them: a killed app costs none.
    void outbox
      .write({ conversation: local.conversation ?? local.key, body: { kind: 'text', text: words } })
      .then(() => field.current?.value || forget());
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
      <button
        type="submit"
        class="send"
        aria-label={conversation.send}
        aria-disabled={!text.trim() || tooLong}
      >
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

/** As high as its words, up to a third of the screen. */
function grow(field: HTMLTextAreaElement, text: string): void {
  field.style.height = 'auto';
  if (text) field.style.height = `${Math.min(field.scrollHeight, innerHeight / 3)}px`;
}
