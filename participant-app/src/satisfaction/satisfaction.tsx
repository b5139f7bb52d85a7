import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import type { LocalRequest } from '../help-requests/model';
import { texts } from '../texts/texts';
import { Field } from '../ui/fields';
import { Icon } from '../ui/icons';
import { useNow } from '../ui/use-now';
import { isAsked, MOST_CHARACTERS, type NewSatisfaction, ratings, said } from './model';

/** After the end: one tap says how the help was, and a word may follow. Whoever does not want to, is not asked again. */
export function Satisfaction({ local }: { local: LocalRequest }) {
  const { requests } = useSteward();
  const now = useNow();
  const { satisfaction } = texts;
  if (!isAsked(local, now)) return null;
  const known = said(local);
  const rate = (change: NewSatisfaction) => void requests.note(local.key, { satisfaction: change });
  return (
    <section class="satisfaction" aria-label={satisfaction.question}>
      <div class="question">
        <strong>{satisfaction.question}</strong>
        {!known && (
          <button
            type="button"
            class="quiet square"
            aria-label={satisfaction.notNow}
            onClick={() => void requests.note(local.key, { unrated: true })}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div class="faces">
        {ratings.map((rating) => (
          <button
            key={rating}
            type="button"
            class="face"
            aria-pressed={known?.rating === rating}
            onClick={() => rate({ rating, comment: known?.comment })}
          >
            <Icon name={rating} />
            {satisfaction.ratings[rating]}
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {known && (local.satisfaction ? satisfaction.waits : satisfaction.thanks)}
      </p>
      {known && <Comment known={known} onSay={rate} />}
    </section>
  );
}

/** A word more, for whoever has one. */
function Comment({ known, onSay }: { known: NewSatisfaction; onSay: (change: NewSatisfaction) => void }) {
  const { satisfaction } = texts;
  const [text, setText] = useState(known.comment ?? '');
  const isNew = text.trim() !== (known.comment ?? '');
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) onSay({ rating: known.rating, comment: text.trim() || null });
      }}
    >
      <Field label={satisfaction.comment} hint={satisfaction.commentHint}>
        {(given) => (
          <textarea
            {...given}
            rows={2}
            maxLength={MOST_CHARACTERS}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {isNew && (
        <button type="submit" class="secondary">
          {satisfaction.send}
        </button>
      )}
    </form>
  );
}
