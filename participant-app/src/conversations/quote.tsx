import { texts } from '../texts/texts';
import type { Quote } from './thread';

/** The message that another one answers, in one line. */
export function QuoteLine({ quote, onTap }: { quote: Quote; onTap: (seq: number) => void }) {
  return (
    <button type="button" class="quote" onClick={() => onTap(quote.seq)}>
      <QuoteWords quote={quote} />
    </button>
  );
}

export function QuoteWords({ quote: { from, name, text } }: { quote: Quote }) {
  const { conversation } = texts;
  return (
    <>
      <span class="hidden">{conversation.answers} </span>
      {from && <strong>{from === 'me' ? conversation.you : (name ?? conversation.staff)}</strong>}
      <span class="one-line">{text ?? conversation.earlier}</span>
    </>
  );
}
